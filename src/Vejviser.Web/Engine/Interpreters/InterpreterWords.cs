using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;
using FixedCost = Vejviser.Matching.Time.FixedCost;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>Interpreters, and why they can or cannot, in the reader's words.</summary>
public sealed class InterpreterWords(PageTexts text, PersonWords people)
{
    public string Language(string code) => people.Language(code);

    public IEnumerable<SelectListItem> Languages() => people.Languages();

    /// <summary>The key of a mode's words; <c>any</c> where none is chosen.</summary>
    public static string Mode(InterpretingMode? mode) => mode is { } chosen ? Kebab(chosen.ToString()) : "any";

    /// <summary>tir. 3. marts 10.00–11.00</summary>
    public string When(Meeting meeting, DateOnly today) => $"{text.Day(meeting.Day, today)} {At(meeting.StartsAt)}–{At(meeting.EndsAt)}";

    public string Why(InterpreterFit fit) => fit switch
    {
        { Mode: InterpretingMode.Video } => text["interpreters.why-video"],
        { Mode: InterpretingMode.Phone } => text["interpreters.why-phone"],
        { Interpreter.TravelMinutes: { } minutes } => text["interpreters.why-on-site", ("minutes", minutes)],
        _ => text["interpreters.why-on-site-unknown"],
    };

    public string WhyNot(InterpreterProposal proposal) => proposal.Obstacles.Count == 0
        ? text["interpreters.nobody-language"]
        : string.Join(", ", proposal.Obstacles.OrderBy(o => o.Key).Select(o => $"{o.Value} {text[$"interpreters.obstacle.{Kebab(o.Key.ToString())}"]}")) + ".";

    /// <summary>Who, and how they would take part; or that nobody can.</summary>
    public string Whom(InterpreterFit? fit) => fit is null ? text["interpreters.nobody"] : $"{fit.Interpreter.Name} ({text[$"interpreters.mode.{Mode(fit.Mode)}"]})";

    /// <summary>What a choice costs more than the best plan, or saves: 1 møde færre på video, 40 min. mere rejse.</summary>
    public string Price(FixedCost price)
    {
        var parts = new List<string>();
        Add(price.Unmet, "unmet");
        Add(price.NotByVideo, "not-video");
        Add(price.OnSite, "on-site");
        if (Math.Abs(price.TravelMinutes) >= InterpreterAssignment.UnknownTravel / 2)
            parts.Add(text["interpreters.price.travel-unknown"]);
        else
            Add(price.TravelMinutes, "travel");
        Add(price.Uncertified, "uncertified");
        return parts.Count == 0 ? text["interpreters.price.nothing"] : string.Join(", ", parts);

        void Add(long more, string what)
        {
            if (more != 0)
                parts.Add(text.Count($"interpreters.price.{(more > 0 ? "more" : "less")}.{what}", (int)Math.Abs(more)));
        }
    }

    public string Weekday(DayOfWeek day) => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB").DateTimeFormat.GetDayName(day);

    public async Task<string> NameAsync(VejviserDb db, Guid interpreter, CancellationToken cancel) => await db.Interpreters.Where(i => i.Id == interpreter).Select(i => i.Name).SingleOrDefaultAsync(cancel) ?? "";

    private string At(DateTime utc) => text.Time(TimeOnly.FromDateTime(TimeZones.ToDanish(utc)));

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
