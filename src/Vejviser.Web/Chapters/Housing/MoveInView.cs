using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The checklist of a move-in as both sides see it: a tick at a time, on a telephone, with or without scripts.</summary>
public sealed record MoveInView(MoveIn MoveIn, TaskWords Words, DateOnly Today, string Address, Func<TaskLine, bool> IsMine)
{
    public MoveInTick? TickOf(TaskLine task, string item) => MoveIn.Ticks.FirstOrDefault(t => t.TaskId == task.Id && t.Item == item);

    public IReadOnlyList<string> ItemsOf(TaskLine task) => Words.Step(task.Name)?.Checklist ?? [];

    public bool AsksFile(TaskLine task) => Words.Step(task.Name) is { Evidence: EvidenceKind.File };

    public bool AsksNote(TaskLine task) => Words.Step(task.Name) is { Evidence: EvidenceKind.Note };

    public static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0])).ToUpperInvariant();
}

/// <summary>What a move-in's pages share: reading it, ticking and finishing.</summary>
internal static class MoveInWork
{
    /// <summary>The line's id of a tick's button, which says <c>+id</c> or <c>-id</c>.</summary>
    public static string ItemOf(string? sent) => sent is ['+' or '-', ..] ? sent[1..] : "";

    public static async Task<EvidenceFile?> FileAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
            return null;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return new EvidenceFile(Path.GetFileName(file.FileName), file.ContentType, content.ToArray());
    }

    public static async Task<MoveInView?> ReadAsync(VejviserDb db, TaskWords words, ReadAudit reads, Reader who, Guid plan, DateOnly today, DateTime now, string address, CancellationToken cancel)
    {
        if (await ReadMoveIn.FindAsync(db, who, plan, now, cancel) is not { } found)
            return null;
        await words.LoadAsync([found.VersionId], cancel);
        var owners = found.Tasks.Select(t => t.OwnerAccountId).OfType<Guid>().Distinct().ToList();
        var partners = await db.Users.AsNoTracking().Where(a => owners.Contains(a.Id) && a.PartnerId != null).ToDictionaryAsync(a => a.Id, a => a.PartnerId, cancel);
        await reads.RecordAsync(who.AccountId, "housing.move-in.read", [new AuditSubject(HouseholdId: found.HouseholdId, Entity: "plan", EntityId: plan)], cancel);
        return new MoveInView(found, words, today, address, t => t.IsOpen && (who.PartnerId is { } own
            ? t.OwnerAccountId is { } account && partners.GetValueOrDefault(account) == own
            : who.May(Permissions.PlansWork) && !(t.OwnerAccountId is { } owner && partners.ContainsKey(owner))));
    }
}
