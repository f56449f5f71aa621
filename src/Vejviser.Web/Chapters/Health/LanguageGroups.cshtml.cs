using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>The best groups of one language of those interested, what lacks for another, and the line; a group is decided and becomes a course.</summary>
public sealed class LanguageGroupsModel(EffectivePractices practices, LanguageGroupWords words, DecideGroup decide, ReadAudit reads) : VejviserPage
{
    public const int MostTried = 40;

    /// <summary>The person whose days are being written.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>Another smallest and largest group that are tried.</summary>
    [BindProperty(SupportsGet = true, Name = "least")]
    public int? TriedLeast { get; set; }

    [BindProperty(SupportsGet = true, Name = "most")]
    public int? TriedMost { get; set; }

    /// <summary>What those would change; empty where none are tried.</summary>
    public IReadOnlyList<Tried> Tried { get; private set; } = [];

    public LanguageGroupWords Words => words;

    public bool MayDecide => Reader.May(Permissions.HealthDecide);

    public bool MayStart => MayDecide && Reader.May(Permissions.CoursesEdit);

    public bool MayExport => Reader.May(Permissions.Export);

    public bool IsAdopted { get; private set; }

    public GroupBoard Board { get; private set; } = null!;

    public IReadOnlyList<FormedLine> Formed { get; private set; } = [];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string NameOf(GroupSeeker seeker) => Names.GetValueOrDefault(seeker.Id, seeker.Label);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostWishAsync(Guid person, List<Weekdays> days, Guid? time, string? reason)
    {
        if (!MayDecide)
            return Forbid();
        Choosing = person;
        var policy = GroupPolicy.Of((await practices.InUseAsync(Db, GroupPolicy.Practice, Cancel))!);
        var done = await ChangeWish.RunAsync(Db, new WishInput(person, days.Aggregate(Weekdays.None, (all, day) => all | day), time, reason), policy, Reader, Audit("groups.change-wish"), Cancel);
        return await ToldAsync(done, Text["groups.wish-told"], "/language-groups");
    }

    public async Task<IActionResult> OnPostDecideAsync(string? fingerprint, DateOnly? first, Guid? trainer, string? title)
    {
        if (!MayStart)
            return Forbid();
        var done = await decide.RunAsync(new DecideGroupInput(fingerprint, first, trainer, title ?? ""), Reader, Audit("groups.decide"), Cancel);
        return await ToldAsync(done, Text["groups.decided-told"], done.IsSuccess ? $"/language-groups/{done.Value}" : "");
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, string to)
    {
        if (done.IsSuccess)
        {
            Tell(told);
            return LocalRedirect(to);
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private Tried Told(GroupEffect effect) => new(
        effect.Since, effect.People,
        [.. effect.Then.Groups.Select(g => new TriedLine($"{words.Language(g.Language)}, {words.Kind(g.Kind)}", $"{Text.Count("groups.people", g.Members.Count)}, {words.Time(g.Time)}"))],
        Text["tried.groups", ("groups", effect.Then.Groups.Count), ("placed", effect.Then.Placed), ("all", effect.People), ("now", effect.Now.Groups.Count), ("placednow", effect.Now.Placed)]);

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        IsAdopted = await EffectivePractices.NewestAsync(Db, GroupPolicy.Practice, Cancel) is not null;
        Board = await ReadGroups.RunAsync(Db, practices, Today, Cancel);
        if (TriedLeast is >= 2 and <= MostTried and var least && TriedMost is { } most and <= MostTried && most >= least)
            Tried = [.. (await GroupEffect.ReadAsync(Db, Board, least, most, Today, Cancel)).Select(Told)];
        Formed = await ReadGroups.FormedAsync(Db, Cancel);
        Staff = MayStart ? await ReadStaff.RunAsync(Db, Cancel) : [];
        Names = await VisibleNames.OfAsync(Db, Reader, [.. Board.Facts.Seekers.Select(s => s.Id)], Clock.Now(), Cancel);
        await reads.ListAsync(Reader.AccountId, "groups.read", new ListRead([.. Board.Facts.Seekers.Select(s => s.HouseholdId).Distinct()], [.. Board.Facts.Seekers.Select(s => s.Id)]), Cancel);
        AddCrumb(Text["groups.title"]);
    }
}
