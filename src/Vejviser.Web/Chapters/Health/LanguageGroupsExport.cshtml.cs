using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>The proposal as a file, a line a person: the group they are proposed, or their place in the line and why. People by their number.</summary>
public sealed class LanguageGroupsExportModel(EffectivePractices practices, LanguageGroupWords words, ReadAudit reads) : VejviserPage
{
    private sealed record Line(GroupSeeker Seeker, ProposedGroup? Group, WaitingSeeker? Waiting);

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (!Reader.May(Permissions.HealthRead))
            return Forbid();
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        var (_, facts, proposal) = await ReadGroups.RunAsync(Db, practices, Today, Cancel);
        await reads.ListAsync(Reader.AccountId, "groups.export", new ListRead([.. facts.Seekers.Select(s => s.HouseholdId).Distinct()], [.. facts.Seekers.Select(s => s.Id)]), Cancel);
        IReadOnlyList<Line> lines = [.. proposal.Groups.SelectMany(g => g.Members.Select(m => new Line(m, g, null))), .. proposal.Waiting.Select(w => new Line(w.Seeker, null, w))];
        IReadOnlyList<ExportColumn<Line>> columns =
        [
            new(Text["groups.export.person"], l => l.Seeker.Label), new(Text["groups.export.speaks"], l => string.Join(", ", l.Seeker.Languages.Select(words.Language))), new(Text["groups.export.days"], l => words.Days(l.Seeker.Days)),
            new(Text["groups.export.since"], l => l.Seeker.Since), new(Text["groups.export.group"], l => l.Group is { } g ? $"{words.Language(g.Language)}, {words.Kind(g.Kind)}" : null), new(Text["groups.export.time"], l => l.Group is { } g ? words.Time(g.Time) : null),
            new(Text["groups.export.trainer"], l => l.Group?.Trainer.Name), new(Text["groups.export.by-hand"], l => l.Group is not null ? l.Seeker.ChosenReason : null), new(Text["groups.export.number"], l => l.Waiting?.Number),
            new(Text["groups.export.why"], l => l.Waiting is { } w ? Text[$"groups.waits.{w.Why}"] : null),
        ];
        return File(await TableExport.WriteAsync(kind, Text["groups.title"], columns, lines, Cancel), TableExport.ContentType(kind), TableExport.FileName($"language-groups-{Today:yyyy-MM-dd}", kind));
    }
}
