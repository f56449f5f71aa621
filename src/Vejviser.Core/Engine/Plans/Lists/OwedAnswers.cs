using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>Answers that a reader owes somebody outside the town hall, of one kind.</summary>
/// <param name="Code">The kind; its words stand at <c>work.owed.{code}</c>.</param>
/// <param name="Address">Where they are answered.</param>
/// <param name="Late">How many of them should have been answered by now.</param>
public sealed record OwedAnswers(string Code, string Address, int Open, int Late);

/// <summary>
/// Enquiries that are no step of a plan and have an owner and a time to answer by: an association's volunteers, an estate's hotline. They stand in the owner's My work, and in that of the owner's unit, until they are answered.
/// Late is worked out when somebody looks, never stored.
/// </summary>
public interface IOwedAnswers
{
    /// <returns>Kinds of which the reader owes none are not in the answer; null where the reader has nothing to do with this one.</returns>
    PreparedQuestion<IReadOnlyList<OwedAnswers>>? Of(Reader who, DateTime now);
}
