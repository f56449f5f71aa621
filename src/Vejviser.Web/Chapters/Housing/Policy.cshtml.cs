using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The policy in words with its weights; a manager tries other figures on the last meeting, and publishes them.</summary>
public sealed class PolicyModel(AllocationSolving solving, HousingWords words) : VejviserPage
{
    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public int? Work { get; init; }

        public int? School { get; init; }

        public int? Transport { get; init; }

        public int? Youth { get; init; }

        public int? Spare { get; init; }

        public int? Waiting { get; init; }

        public int? PeoplePerRoom { get; init; }

        public int? SpareMost { get; init; }

        public int? KeptAdult { get; init; }

        public int? KeptChild { get; init; }

        public int? DaysAhead { get; init; }

        internal static Form Of(HousingPolicy p) => new()
        {
            Work = p.WorkWeight, School = p.SchoolWeight, Transport = p.TransportWeight, Youth = p.YouthWeight, Spare = p.SpareRoomWeight, Waiting = p.WaitingWeight,
            PeoplePerRoom = p.PeoplePerRoom, SpareMost = p.SpareRoomsMost, KeptAdult = p.KeptPerAdult, KeptChild = p.KeptPerChild, DaysAhead = p.MostDaysAhead,
        };

        /// <summary>Null where a field is empty.</summary>
        internal PolicyFigures? Figures => this is { Work: { } work, School: { } school, Transport: { } transport, Youth: { } youth, Spare: { } spare, Waiting: { } waiting, PeoplePerRoom: { } people, SpareMost: { } most, KeptAdult: { } adult, KeptChild: { } child, DaysAhead: { } days }
            ? new PolicyFigures(work, school, transport, youth, spare, waiting, people, most, adult, child, days) : null;
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Form Sent { get; set; } = new();

    public HousingWords Words => words;

    public bool MayPublish => Reader.May(Permissions.PracticesAdapt);

    public HousingPolicy Policy { get; private set; } = null!;

    public IReadOnlyList<HousingPolicy> Former { get; private set; } = [];

    /// <summary>Set where other figures are being tried.</summary>
    public PolicyEffect? Effect { get; private set; }

    public string? Reason { get; private set; }

    public async Task OnGetAsync()
    {
        var isTrying = Sent.Figures is not null;
        Unreadable.Tell(this);
        await LoadAsync();
        if (isTrying && PolicyFigures.Of(Policy) != Sent.Figures)
            Effect = await PolicyEffect.ReadAsync(Db, solving, Policy, Sent.Figures!, Cancel);
        else if (ModelState.IsValid)
            Sent = Form.Of(Policy);
    }

    public async Task<IActionResult> OnPostAsync(int replaces, string? reason)
    {
        if (!MayPublish)
            return Forbid();
        Reason = reason;
        if (!Unreadable.Tell(this) && Sent.Figures is { } figures)
        {
            var published = await PublishPolicy.RunAsync(Db, new PublishPolicy.Input(figures, replaces, reason), Reader, Audit("housing.publish-policy", reason), Cancel);
            if (published.IsSuccess)
            {
                Tell(Text["housing.policy.published", ("number", published.Value)]);
                return LocalRedirect("/housing/policy");
            }

            TellFailure(published.Failure);
        }

        await LoadAsync();
        if (Sent.Figures is { } tried)
            Effect = await PolicyEffect.ReadAsync(Db, solving, Policy, tried, Cancel);
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Policy = await ReadPolicy.InForceAsync(Db, Cancel);
        Former = await Db.HousingPolicies.AsNoTracking().OrderByDescending(p => p.Number).Take(20).ToListAsync(Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.allocation"], "/housing/allocation");
        AddCrumb(Text["housing.policy.title"]);
    }
}
