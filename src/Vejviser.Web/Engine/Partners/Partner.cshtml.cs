using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Partners;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Engine.Partners;

/// <summary>What concerns one partner and no more: its own tasks with their deadlines, and what was given on to it.</summary>
public sealed class PartnerModel(AcknowledgeHandover acknowledge, TaskWords words, ReadAudit reads) : PartnerOwnPage
{
    private const int MostPages = 10_000;

    /// <summary>Of what was given on to the partner, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public bool HasNext { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Has nominations and enquiries of its own.</summary>
    public bool IsHousingAssociation { get; private set; }

    /// <summary>An association: its volunteers are paired with newcomers.</summary>
    public bool HasVolunteers { get; private set; }

    public IReadOnlyList<PartnerTask> Tasks { get; private set; } = [];

    public IReadOnlyList<HandoverLine> Handovers { get; private set; } = [];

    /// <summary>The partner holds courses together with the municipality, or has held some.</summary>
    public bool HasCourses { get; private set; }

    public async Task OnGetAsync()
    {
        HasCourses = await Db.Courses.AnyAsync(c => c.OperatorId == Partner, Cancel);
        var own = await Db.PartnerOrganisations.Where(p => p.Id == Partner).Select(p => new { p.Name, p.Kind }).SingleAsync(Cancel);
        (Name, IsHousingAssociation, HasVolunteers) = (own.Name, own.Kind == PartnerKind.HousingAssociation, own.Kind == PartnerKind.Association);
        Tasks = await PartnerTasks.OpenAsync(Db, Partner, Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        var given = await HandoverList.ReadAsync(Db, HandoverList.In(Db, Reader, Clock.Now()), PageNumber, Cancel);
        (Handovers, HasNext) = ([.. given.Take(HandoverList.PageSize).Select(h => h with { What = WrittenCpr.Mask(h.What) })], given.Count > HandoverList.PageSize);
        await words.LoadAsync(Tasks.Select(t => t.Line.VersionId), Cancel);
        var homes = Tasks.Select(t => t.Line.HouseholdId).Concat(Handovers.Select(h => h.HouseholdId)).Distinct();
        await reads.ListAsync(Reader.AccountId, "partner.read", new ListRead([.. homes], [.. Handovers.Select(h => h.PersonId).Distinct()], null), Cancel);
        AddCrumb(Text["partner.title"]);
    }

    public async Task<IActionResult> OnPostAsync(Guid handover, bool done)
    {
        var said = await acknowledge.RunAsync(handover, done, Reader, Audit(done ? "handovers.finish" : "handovers.acknowledge"), Cancel);
        if (said.IsSuccess)
        {
            Tell(Text[done ? "handovers.finished" : "handovers.noted"]);
            return LocalRedirect("/partner");
        }

        TellFailure(said.Failure);
        await OnGetAsync();
        return Page();
    }

    public string Title(PartnerTask task) => WrittenCpr.Mask(words.Title(task.Line.Name));

    /// <summary>A protected name goes to no partner.</summary>
    public static string NameOf(HandoverLine line) => line.IsProtected ? line.Reference ?? "" : line.Person;
}
