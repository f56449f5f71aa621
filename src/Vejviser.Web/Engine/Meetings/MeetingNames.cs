using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>Meetings in the reader's words; names only where the reader may see them.</summary>
public static class MeetingNames
{
    /// <summary>kl. 10.00–11.00.</summary>
    public static string Span(this PageTexts text, DateTime starts, DateTime ends) =>
        text["meetings.at", ("from", text.Time(TimeOnly.FromDateTime(TimeZones.ToDanish(starts)))), ("to", text.Time(TimeOnly.FromDateTime(TimeZones.ToDanish(ends))))];

    /// <summary>The room, or what kind of place it is.</summary>
    public static string Place(this PageTexts text, MeetingRoom where, string? room) => room ?? text[$"meetings.where.{PlanWords.Kebab(where)}"];

    /// <summary>The language a group has in common.</summary>
    public static string OfGroup(this PageTexts text, PersonWords words, string language) => language == LanguageGroups.NotKnown ? text["gatherings.language-unknown"] : words.Language(language);

    /// <summary>Whom it is about; null where that is nobody.</summary>
    public static string? About(this PageTexts text, MeetingLine line, Reader reader) =>
        line.IsHidden ? text["meetings.hidden"] : line.Name is null ? null : reader.MaySeeAddress(line.IsProtected) ? line.Name : line.Reference ?? text["plan.protected"];

    public static string Guest(this PageTexts text, GuestLine guest, Reader reader) =>
        guest.Name is null ? text["meetings.hidden"] : reader.MaySeeAddress(guest.IsProtected) ? guest.Name : guest.Reference ?? text["plan.protected"];
}
