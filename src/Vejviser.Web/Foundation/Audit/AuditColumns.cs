using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Audit;

/// <summary>The audit as a table to take along.</summary>
internal static class AuditColumns
{
    public static IReadOnlyList<ExportColumn<AuditLine>> Of(PageTexts text, AuditWords words, IReadOnlyDictionary<Guid, string> staff) =>
    [
        new(text["audit.column.number"], l => l.Seq),
        new(text["audit.column.at"], l => l.At),
        new(text["audit.column.who"], l => words.Actor(l, staff)),
        new(text["audit.column.what"], words.Action),
        new(text["audit.column.more"], words.More),
        new(text["audit.column.person"], l => l.PersonId?.ToString()),
        new(text["audit.column.household"], l => l.HouseholdId?.ToString()),
    ];
}

/// <summary>All accounts by name, closed ones too: they have a past.</summary>
internal static class StaffNames
{
    public static Task<Dictionary<Guid, string>> ReadAsync(VejviserDb db, CancellationToken cancel) =>
        db.Users.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
}
