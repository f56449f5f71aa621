using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Chooses the household the work list is narrowed to. What is searched for is posted, so that no address holds a name.</summary>
public sealed class WorkPeopleModel(ReadAudit reads) : VejviserPage
{
    [BindProperty(SupportsGet = true)]
    public WorkQuery Query { get; set; } = new();

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<WorkHousehold> Households { get; private set; } = [];

    public bool HasMore { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => ShowAsync();

    private async Task<IActionResult> ShowAsync()
    {
        var read = await WorkHouseholds.ReadAsync(Db, Reader, Query.ToFilter() with { Household = null }, Name, Cancel);
        if (!read.IsSuccess)
            return Forbid();
        HasMore = read.Value.Count > WorkHouseholds.Most;
        Households = [.. read.Value.Take(WorkHouseholds.Most)];
        await reads.ListAsync(Reader.AccountId, "work.read", new ListRead([.. Households.Select(h => h.Id)], null, Query.Codes), Cancel);
        AddCrumb(Text["work.title"], Query.Link("/"));
        AddCrumb(Text["work.people.title"]);
        return Page();
    }
}
