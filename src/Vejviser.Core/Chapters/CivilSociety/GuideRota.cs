using Vejviser.Matching.Rotation;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>A place for a guide at a meeting.</summary>
public sealed record GuidePlace(string Meeting, DateOnly Day, int Number);

/// <param name="Turns">How many the guide has had or is given already.</param>
/// <param name="Why">Such as <c>given-in-turn</c>, as the kernel says it.</param>
public sealed record ProposedGuide(GuidePlace Place, Guid GuideId, int Turns, string Why);

/// <summary>
/// Whose turn it is: each place goes to a guide with the fewest turns, and among those to one who speaks a language of the guests. Worked out by the kernel's rotation, in order of the
/// days; nobody has two places at one meeting, and nobody who has a turn is moved.
/// </summary>
public static class GuideRota
{
    private const int OtherLanguage = 1;

    /// <param name="turns">Turns of each open guide so far, those ahead among them.</param>
    /// <param name="standing">Guides that have a place at a meeting already.</param>
    /// <param name="speaks">True where the guide speaks a language of the meeting's guests.</param>
    /// <returns>One for each place for which there is a guide.</returns>
    public static IReadOnlyList<ProposedGuide> Propose(
        IReadOnlyDictionary<Guid, int> turns, IEnumerable<GuidePlace> places, ILookup<(string Meeting, DateOnly Day), Guid> standing, Func<Guid, GuidePlace, bool> speaks)
    {
        var guides = turns.Select(t => new Practice(Key(t.Key), Before: t.Value)).ToList();
        if (guides.Count == 0)
            return [];
        var rota = DoctorRotation.Start(new RotationProblem("guides", new RotationPolicy(OtherLanguage), guides, []));
        var (proposed, had) = (new List<ProposedGuide>(), turns.ToDictionary());
        foreach (var meeting in places.GroupBy(p => (p.Meeting, p.Day)).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Meeting, StringComparer.Ordinal))
        {
            var there = standing[meeting.Key].ToHashSet();
            foreach (var place in meeting.OrderBy(p => p.Number))
            {
                var reach = turns.Keys.Where(g => !there.Contains(g)).Select(g => new Distance(Key(g), speaks(g, place) ? 0 : OtherLanguage)).ToList();
                if (reach.Count == 0)
                    break;
                var move = rota.Arrive(new Citizen($"{place.Day:yyyy-MM-dd} {place.Meeting} {place.Number}", reach)).Moves[0];
                var guide = Guid.ParseExact(move.To!, "N");
                there.Add(guide);
                proposed.Add(new ProposedGuide(place, guide, had[guide]++, move.Reason.Code));
            }
        }

        return proposed;
    }

    private static string Key(Guid guide) => guide.ToString("N");
}
