using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>What municipality and doctors have agreed on: the figures of the practice as the municipality has set them.</summary>
/// <param name="MostMetres">Farther is out of reach.</param>
/// <param name="RenegotiateAt">Newcomers each provider number has had when the agreement is due again.</param>
/// <param name="WarnAt">Newcomers at which that is told beforehand.</param>
/// <param name="DifferenceMost">Turns that practices in reach of one another may differ by.</param>
public sealed record DoctorPolicy(int MostMetres, int RenegotiateAt, int WarnAt, int DifferenceMost)
{
    public const string Practice = "gp-cooperation";

    /// <summary>The goal that is reached when the doctor is registered.</summary>
    internal const string Goal = "has-doctor";

    internal const string Outcome = "has-doctor";

    /// <summary>The step that finds whose turn it is.</summary>
    internal const string TurnStep = "next-in-turn";

    public const int MetresInKm = 1000;

    public int MostKm => MostMetres / MetresInKm;

    /// <summary>The practice's tasks of people for whom it runs.</summary>
    internal static IQueryable<PlanTask> Tasks(VejviserDb db, IReadOnlyCollection<Guid> people) =>
        db.PlanTasks.Where(t => t.Practice == Practice && db.Plans.Any(p => p.Id == t.PlanId && p.State == PlanState.Running && people.Contains(p.PersonId!.Value)));

    public static DoctorPolicy Of(PracticeDefinition definition) => new(
        definition.LimitOf("distance-km-most") * MetresInKm, definition.LimitOf("renegotiate-at"), definition.LimitOf("renegotiate-warning-at"), definition.LimitOf("difference-most"));
}
