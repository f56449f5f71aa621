using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>What a pair of housemates, and a wish, are worth in points.</summary>
/// <param name="CommonLanguage">Two who share a language.</param>
/// <param name="NearAge">For each year nearer than <see cref="VillaPolicy.AgeSpan"/> two are in age.</param>
/// <param name="Friends">Two who would like to live together.</param>
/// <param name="OwnWish">The villa the youth would like best.</param>
public sealed record VillaWeights(int CommonLanguage, int NearAge, int Friends, int OwnWish)
{
    public const int MostPoints = 100;

    private const string CommonLanguageLimit = "weight-common-language", NearAgeLimit = "weight-near-age", FriendsLimit = "weight-friends", OwnWishLimit = "weight-own-wish";

    /// <summary>By the name of their limit in the practice.</summary>
    public IReadOnlyList<(string Limit, int Points)> ByLimit => [(CommonLanguageLimit, CommonLanguage), (NearAgeLimit, NearAge), (FriendsLimit, Friends), (OwnWishLimit, OwnWish)];

    /// <param name="pointsOf">Points of a limit.</param>
    public static VillaWeights Of(Func<string, int> pointsOf) => new(pointsOf(CommonLanguageLimit), pointsOf(NearAgeLimit), pointsOf(FriendsLimit), pointsOf(OwnWishLimit));

    /// <summary>These with other points for some, none out of bounds.</summary>
    public VillaWeights With(IReadOnlyDictionary<string, int> others)
    {
        var own = ByLimit.ToDictionary(w => w.Limit, w => w.Points, StringComparer.Ordinal);
        return Of(limit => Math.Clamp(others.GetValueOrDefault(limit, own[limit]), 0, MostPoints));
    }
}

/// <summary>The practice's figures that youths are placed by, as the municipality has set them.</summary>
/// <param name="Least">Youths a villa opens with, at least.</param>
/// <param name="Most">Youths in a villa, at most.</param>
/// <param name="AgeSpan">Years between the youngest and the oldest in a villa, at most.</param>
/// <param name="GrownUpAge">Age at which the lease can pass to the youth.</param>
/// <param name="PrepareMonths">Months before that birthday in which it is prepared.</param>
public sealed record VillaPolicy(int Least, int Most, int AgeSpan, int GrownUpAge, int PrepareMonths, VillaWeights Weights)
{
    public const string Practice = "shared-homes";

    internal const string ContactOutcome = "contact-shares-mother-tongue";
    internal const string CustodyStep = "custody-holder-found";
    internal const string MovedInStep = "moved-in";
    internal const string LeaseStep = "lease-taken-over";

    /// <summary>Its steps lead up to the birthday, and on from it.</summary>
    internal const string GrownUpPhase = "grown-up";

    /// <summary>Done when a villa is decided: it is chosen, the contact person with it, and nobody is proposed one without a custody holder.</summary>
    internal static readonly IReadOnlyList<string> DoneByDeciding = [CustodyStep, "villa-chosen", "contact-person-chosen"];

    public static VillaPolicy Of(PracticeDefinition definition) => new(
        Math.Max(1, definition.LimitOf("youths-in-villa-least")), definition.LimitOf("youths-in-villa-most"), definition.LimitOf("age-span-most"), definition.LimitOf("aftercare-age"), definition.LimitOf("prepare-months-before"),
        VillaWeights.Of(definition.LimitOf));

    /// <summary>The practice's tasks of people for whom it runs.</summary>
    internal static IQueryable<PlanTask> Tasks(VejviserDb db, IReadOnlyCollection<Guid> people) =>
        db.PlanTasks.Where(t => t.Practice == Practice && db.Plans.Any(p => p.Id == t.PlanId && p.State == PlanState.Running && people.Contains(p.PersonId!.Value)));
}
