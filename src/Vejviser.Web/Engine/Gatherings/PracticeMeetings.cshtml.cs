using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Gatherings;

/// <summary>A meeting that the practice holds by itself.</summary>
/// <param name="Interpreter">True where one is assigned, false where one is wanted; null where none is.</param>
public sealed record PracticeMeetingRow(
    Guid Id, string Meeting, DateOnly Day, DateTime StartsAt, DateTime EndsAt, MeetingState State, string? Language, bool IsAboutHousehold, string? Reference, int Newcomers, bool? Interpreter);

/// <param name="Reference">The household's, else its name where that is not protected.</param>
public sealed record MissingMeeting(string Title, DateOnly Day, Guid? PlanId, string? Reference);

/// <summary>What a practice holds by itself from today on: booked, and what nobody's week had room for.</summary>
public sealed class PracticeMeetingsModel(EffectivePractices practices, ReadMissingMeetings missed, KeepMeetings keep, ReadAudit reads) : VejviserPage
{
    private const int Most = 200;

    [FromRoute(Name = "practice")]
    public string Practice { get; set; } = "";

    /// <summary>One of the practice's meetings; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "meeting")]
    public string? Meeting { get; set; }

    public PracticeDefinition Definition { get; private set; } = null!;

    public PracticeTexts Texts => Definition.TextsIn(Text.Language);

    public IReadOnlyList<PracticeMeetingRow> Rows { get; private set; } = [];

    public IReadOnlyList<MissingMeeting> Missing { get; private set; } = [];

    /// <summary>When was looked for what is missing, UTC.</summary>
    public DateTime LookedAt { get; private set; }

    public bool MayEdit => Reader.May(Permissions.MeetingsEdit);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await EffectivePractices.NewestAsync(Db, Practice, Cancel) is not { } newest)
            return NotFound();
        Definition = await practices.OfAsync(Db, newest, Cancel);
        var visible = Db.Households.VisibleTo(Db, Reader, Clock.Now());
        Rows = await Db.Meetings.AsNoTracking().VisibleTo(Db, Reader, Clock.Now())
            .Where(m => m.Practice == Practice && m.Day >= Today && (Meeting == null || Meeting == "" || m.PracticeMeeting == Meeting)).OrderBy(m => m.StartsAt).ThenBy(m => m.GroupLanguage).ThenBy(m => m.Id).Take(Most)
            .Select(m => new PracticeMeetingRow(
                m.Id, m.PracticeMeeting!, m.Day, m.StartsAt, m.EndsAt, m.State, m.GroupLanguage, m.HouseholdId != null, visible.Where(h => h.Id == m.HouseholdId).Select(h => h.Reference ?? (Db.People.Any(q => q.HouseholdId == h.Id && q.HasProtectedAddress) ? "–" : h.Name)).FirstOrDefault(),
                Db.MeetingParticipants.Count(p => p.MeetingId == m.Id && p.PersonId != null),
                Db.InterpreterBookings.Where(b => b.MeetingId == m.Id).Select(b => (bool?)(b.InterpreterId != null && b.AssignedStart == m.StartsAt)).FirstOrDefault()))
            .ToListAsync(Cancel);
        await MissAsync();
        await reads.ListAsync(Reader.AccountId, "meetings.list.read", new ListRead([], [], Practice), Cancel);
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["gatherings.title"]);
        return Page();
    }

    /// <summary>Looks again now, instead of at the next full hour.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
            return Forbid();
        if (await EffectivePractices.NewestAsync(Db, Practice, Cancel) is null)
            return NotFound();
        var kept = await keep.RunAsync(Practice, Audit("meetings.keep"), Cancel);
        missed.Forget(Practice);
        Tell(Text["gatherings.kept", ("booked", kept.Booked), ("moved", kept.Moved), ("cancelled", kept.Cancelled)]);
        return LocalRedirect($"/practices/{Practice}/meetings");
    }

    private async Task MissAsync()
    {
        var (missing, at) = await missed.RunAsync(Practice, Cancel);
        var homes = missing.Select(m => m.Plan?.HouseholdId).OfType<Guid>().ToHashSet();
        var names = await Db.Households.AsNoTracking().VisibleTo(Db, Reader, Clock.Now()).Where(h => homes.Contains(h.Id))
            .Select(h => new { h.Id, Name = h.Reference ?? (Db.People.Any(q => q.HouseholdId == h.Id && q.HasProtectedAddress) ? "–" : h.Name) }).ToDictionaryAsync(h => h.Id, h => h.Name, Cancel);
        LookedAt = at;
        Missing = [.. missing.Where(m => m.Plan is null || names.ContainsKey(m.Plan.HouseholdId)).Where(m => string.IsNullOrEmpty(Meeting) || m.Meeting.Id == Meeting)
            .Select(m => new MissingMeeting(Texts.Meetings[m.Meeting.Id].Title, m.Day, m.Plan?.Id, m.Plan is null ? null : names[m.Plan.HouseholdId]))];
    }
}
