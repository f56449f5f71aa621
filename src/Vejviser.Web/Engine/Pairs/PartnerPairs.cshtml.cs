using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Partners;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>A pair as the volunteer sees it: until it is agreed without a name.</summary>
/// <param name="Phone">Of the newcomer, once it is agreed and nothing is protected.</param>
public sealed record VolunteerView(PairLine Line, PairPractice Practice, PairSeekerFacts Facts, string? Words, string? Phone)
{
    public string? Name => Line.Pair.State != PairState.Agreed ? null : Line.IsProtected ? Line.Label : Line.Name;
}

/// <summary>
/// A volunteer's own pairs, and those of an association's volunteers for its user: proposals to answer, who they are paired with, their hours, and questions to the municipality. Only those newcomers stand here who agree
/// to be contacted by volunteers, and a name only when both have said yes.
/// </summary>
public sealed class PartnerPairsModel(PairPractices all, EffectivePractices practices, PairWords words, AnswerPair answer, AskMunicipality ask, ReadAudit reads) : PartnerOwnPage
{
    public PairWords Words => words;

    public IReadOnlyList<VolunteerView> Pairs { get; private set; } = [];

    /// <summary>Keeps the association's volunteers, and sees all their pairs.</summary>
    public bool KeepsVolunteers => Reader.May(Permissions.Partner);

    public IReadOnlyList<(PairPractice Practice, IReadOnlyList<EnquiryLine> Lines)> Enquiries { get; private set; } = [];

    public string? Asked { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid pair, bool yes, string? note)
    {
        var said = await answer.RunAsync(new AnswerPairInput(pair, PairParty.Volunteer, yes, note), Reader, Audit("pairs.answer"), Cancel);
        return await ToldAsync(said, said.IsSuccess ? Text[$"pairs.answer.told-{said.Value.ToString().ToLowerInvariant()}"] : "");
    }

    public async Task<IActionResult> OnPostAskAsync(string? practice, string? what)
    {
        Asked = what;
        if (all.ByKey(practice) is not { } known)
            return NotFound();
        return await ToldAsync(await ask.RunAsync(known, what, Reader, Audit("pairs.ask"), Cancel), Text["pairs.enquiry.asked"]);
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(told);
            return LocalRedirect("/partner/pairs");
        }

        Db.ChangeTracker.Clear();
        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Pairs = await ViewAsync(Db, all, practices, PairSight.Of(Db, Reader, Today), Today, Cancel);
        var own = await PairSight.Volunteers(Db, Reader).Select(v => v.Practice).Distinct().ToListAsync(Cancel);
        var enquiries = new List<(PairPractice, IReadOnlyList<EnquiryLine>)>();
        foreach (var practice in all.All.Where(p => p.AnswerWorkdays is not null && own.Contains(p.Id)))
            enquiries.Add((practice, [.. (await EnquiryList.ReadAsync(Db, practice.Id, Partner, Cancel)).Where(e => KeepsVolunteers || e.Enquiry.AskedBy == Reader.AccountId)]));
        Enquiries = enquiries;
        await reads.ListAsync(Reader.AccountId, "partner.pairs.read", new ListRead([.. Pairs.Select(p => p.Line.HouseholdId)], [.. Pairs.Select(p => p.Line.PersonId).OfType<Guid>()]), Cancel);
        AddCrumb(Text["partner.title"], KeepsVolunteers ? "/partner" : null);
        AddCrumb(Text["pairs.partner.title"]);
    }

    internal static async Task<IReadOnlyList<VolunteerView>> ViewAsync(
        Core.Data.VejviserDb db, PairPractices all, EffectivePractices practices, IQueryable<VolunteerPair> pairs, DateOnly day, CancellationToken cancel)
    {
        var lines = await PairList.ReadAsync(db, pairs, cancel);
        var found = new List<VolunteerView>();
        foreach (var group in lines.GroupBy(l => l.Pair.Practice, StringComparer.Ordinal))
        {
            var practice = all.Find(group.Key)!;
            var plans = group.Select(l => l.Pair.PlanId).ToList();
            var seeking = (await ReadPairs.OfAsync(db, practice, practices, db.Plans.Where(p => plans.Contains(p.Id)), day, cancel)).ToDictionary(s => s.Facts.PlanId);
            found.AddRange(from line in @group
                           where seeking.ContainsKey(line.Pair.PlanId)
                           let one = seeking[line.Pair.PlanId]
                           let phone = line.Pair.State == PairState.Agreed && !line.IsProtected ? one.People[0].Phone : null
                           select new VolunteerView(line, practice, one.Facts, one.Wish?.Words is { } said ? WrittenCpr.Mask(said) : null, phone));
        }

        return found;
    }
}
