using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Audit;

/// <summary>The whole audit, by person's id, employee and time; no names of people, whom the reader need not know. The last week, unless asked otherwise.</summary>
public sealed class AuditModel(ReadAudit reads) : VejviserPage
{
    private const int PageSize = 50;
    private const int DaysAtFirst = 7;

    [BindProperty(SupportsGet = true, Name = "")]
    public HistoryQuery Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public long? NextBefore { get; private set; }

    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    public string Link(long before) => Filter.Link(before) + (Person is { } id ? $"&Person={id}" : "");

    public async Task OnGetAsync()
    {
        AddCrumb(Text["audit.all"]);
        ModelState.Clear();
        if (Person is null)
            Filter.From ??= Today.AddDays(-DaysAtFirst);
        var lines = await AuditHistory.ReadAsync(Db, Filter.ToFilter(Person is { } id ? [id] : [], household: null), PageSize, Cancel);
        (Lines, NextBefore) = (lines.Take(PageSize).ToList(), lines.Count > PageSize ? lines[PageSize - 1].Seq : null);
        Staff = await StaffNames.ReadAsync(Db, Cancel);
        await reads.RecordAsync(Reader.AccountId, "audit.all.read", [new AuditSubject(PersonId: Person, Entity: "audit")], Cancel);
    }
}
