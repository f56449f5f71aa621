using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Vejviser.Core.Foundation.Common;

/// <summary>
/// An expected failure: a stable code and the values its text needs. The text stands in <c>texts/</c> under
/// <c>failure.{Code}</c>, in the reader's language. Values are ids, dates, counts and names of fields, never a CPR number.
/// </summary>
public sealed record Failure(string Code, IReadOnlyDictionary<string, object?> Values)
{
    public static Failure Of(string code, params (string Name, object? Value)[] values) =>
        new(code, new ReadOnlyDictionary<string, object?>(values.ToDictionary(v => v.Name, v => v.Value)));
}

/// <summary>What a use case answers: its outcome, or why a rule said no. Exceptions are bugs, never answers.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Failure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    /// <exception cref="InvalidOperationException">The use case failed: ask <see cref="IsSuccess"/> first.</exception>
    public T Value => Failure is null ? value! : throw new InvalidOperationException($"No value: {Failure.Code}.");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Failure failure) => new(default, failure);
}

/// <summary>The outcome of a use case that has nothing to hand back.</summary>
public readonly record struct Done
{
    public static readonly Result<Done> Result = default(Done);
}
