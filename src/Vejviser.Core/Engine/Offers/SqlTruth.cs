using System.Linq.Expressions;

namespace Vejviser.Core.Engine.Offers;

/// <summary>
/// A three-valued answer as two predicates a database can ask: where it is surely so, and where it is so or not known. Surely not is
/// neither. A row is never <see cref="Sure"/> without being <see cref="Possible"/>.
/// </summary>
internal sealed record SqlTruth<T>(Expression<Func<T, bool>> Sure, Expression<Func<T, bool>> Possible)
{
    public static readonly SqlTruth<T> Always = Known(_ => true);

    /// <summary>Whether a row that is <see cref="Possible"/> is sure: only of what may be unknown, so that the database does not ask again what it has just found.</summary>
    public Expression<Func<T, bool>> SureIfPossible { get; private init; } = Sure;

    /// <summary>Whether nothing asked can be unknown: possible is sure.</summary>
    public bool IsKnown => SureIfPossible.Body is ConstantExpression { Value: true };

    /// <summary>A fact that is always known.</summary>
    public static SqlTruth<T> Known(Expression<Func<T, bool>> holds) => new(holds, holds) { SureIfPossible = _ => true };

    public SqlTruth<T> And(SqlTruth<T> other) => new(Both(Sure, other.Sure), Both(Possible, other.Possible))
    {
        SureIfPossible = IsKnown ? other.SureIfPossible : other.IsKnown ? SureIfPossible : Both(SureIfPossible, other.SureIfPossible),
    };

    public SqlTruth<T> Not() => IsKnown ? Known(Negated(Sure)) : new(Negated(Possible), Negated(Sure));

    /// <summary>The same question asked of a row that holds this one.</summary>
    public SqlTruth<TOuter> Of<TOuter>(Expression<Func<TOuter, T>> part) => new(Inside(Sure, part), Inside(Possible, part)) { SureIfPossible = Inside(SureIfPossible, part) };

    /// <summary>So or not known, but not surely so: whom to ask.</summary>
    public Expression<Func<T, bool>> Unknown => Both(Possible, Negated(SureIfPossible));

    /// <summary>Who of those it is possible for it is, with whether it is surely so.</summary>
    public Expression<Func<T, GroupMember>> Marked(Expression<Func<T, Guid>> id, Expression<Func<T, string>> name) => Expression.Lambda<Func<T, GroupMember>>(
        Expression.MemberInit(
            Expression.New(typeof(GroupMember)), Expression.Bind(typeof(GroupMember).GetProperty(nameof(GroupMember.Id))!, id.Body),
            Expression.Bind(typeof(GroupMember).GetProperty(nameof(GroupMember.Name))!, new Replace(name.Parameters[0], id.Parameters[0]).Visit(name.Body)),
            Expression.Bind(typeof(GroupMember).GetProperty(nameof(GroupMember.IsSure))!, new Replace(SureIfPossible.Parameters[0], id.Parameters[0]).Visit(SureIfPossible.Body))),
        id.Parameters);

    private static Expression<Func<T, bool>> Both(Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(one.Body, new Replace(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private static Expression<Func<T, bool>> Negated(Expression<Func<T, bool>> one) => Expression.Lambda<Func<T, bool>>(Expression.Not(one.Body), one.Parameters);

    private static Expression<Func<TOuter, bool>> Inside<TOuter>(Expression<Func<T, bool>> one, Expression<Func<TOuter, T>> part) =>
        Expression.Lambda<Func<TOuter, bool>>(new Replace(one.Parameters[0], part.Body).Visit(one.Body), part.Parameters);

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
