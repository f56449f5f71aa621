using System.Globalization;
using System.Text.Json;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Matching;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Doctors, distances, reasons and prices in the reader's words.</summary>
public sealed class HealthWords(PageTexts text)
{
    private CultureInfo Culture => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB");

    /// <summary>2,4 km.</summary>
    public string Km(long metres) => text["doctors.km", ("km", (metres / (double)DoctorPolicy.MetresInKm).ToString("0.0", Culture))];

    public string Standing(PracticeStanding standing) => text[$"doctors.standing.{Kebab(standing)}"];

    public string Event(DoctorEventKind kind) => text[$"doctors.event.{Kebab(kind)}"];

    /// <summary>9, or 4-5 where a practice's provider numbers differ.</summary>
    public static string Levels((int Least, int Most) levels) => levels.Least == levels.Most ? Plain(levels.Least) : $"{Plain(levels.Least)}–{Plain(levels.Most)}";

    /// <summary>Why a practice was not the one: its turn was others', it is too far away, closed, withdrawn or full.</summary>
    public string Reason(Reason reason, DoctorProposal proposal)
    {
        var practice = proposal.Practices.FirstOrDefault(p => p.Practice.Id.ToString("N") == Value(reason, "practice"));
        var metres = int.TryParse(Value(reason, "metres"), CultureInfo.InvariantCulture, out var written) ? written : 0;
        return text[$"doctors.reason.{reason.Code}", ("practice", practice?.Practice.Name), ("km", Km(metres)), ("turns", practice is null ? "" : Levels(practice.Levels))];
    }

    /// <summary>What another choice costs: "2 ture og 1,3 km mere".</summary>
    public string Price(OtherDoctor other) => (other.Turns, other.Metres) switch
    {
        (0, 0) => text["doctors.price.nothing"],
        (0, var metres) => text[metres > 0 ? "doctors.price.metres" : "doctors.price.metres-less", ("km", Km(Math.Abs(metres)))],
        (var turns, var metres) => text.Count("doctors.price.turns", (int)turns) + " " + text[metres >= 0 ? "doctors.price.and" : "doctors.price.and-less", ("km", Km(Math.Abs(metres)))],
    };

    private static string? Value(Reason reason, string name) => reason.Values.Where(v => v.Name == name).Select(v => v.Text).FirstOrDefault();

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
