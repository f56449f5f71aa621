using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>
/// The form in which a municipality writes a practice of its own. All of the draft stands in the form's fields and travels with every button,
/// so that it works without scripts and nothing half is kept.
/// </summary>
public abstract class OwnPracticePage(EffectivePractices practices, ConsentPurposes purposes) : VejviserPage
{
    [BindProperty]
    public PracticeDraft Draft { get; set; } = new();

    public IReadOnlyDictionary<string, IReadOnlyList<DraftFault>> Faults { get; private set; } = new Dictionary<string, IReadOnlyList<DraftFault>>();

    public IReadOnlyList<string> Purposes => purposes.All;

    /// <summary>Dates that deadlines can be counted from.</summary>
    public static IReadOnlyList<string> Anchors { get; } = [Anchor.Start, "takeover", "arrival"];

    /// <summary>The row a button has just added: it opens and takes the focus.</summary>
    public string? Opened { get; private set; }

    public IEnumerable<SelectListItem> Roles(string? chosen) => practices.Catalogue.Roles.Select(r => new SelectListItem(Text.Role(r), r, r == chosen)).OrderBy(r => r.Text, StringComparer.CurrentCulture);

    /// <summary>What the field is told; null where it is fine.</summary>
    public string? FaultOf(string field) => Faults.GetValueOrDefault(field)?[0] is { } fault ? Say(fault) : null;

    /// <summary>Whether something in a row of the form is wrong.</summary>
    public bool HasFault(string row) => Faults.Keys.Any(k => k.StartsWith(row + ".", StringComparison.Ordinal));

    public string Say(DraftFault fault) => Text[fault.Key, [.. fault.Values.Select(v => (v.Key, v.Value))]];

    /// <summary>Does what a button asks of the draft: <c>add:Steps</c>, <c>drop:Steps:2</c>, <c>up:Steps:2</c>, <c>down:Steps:2</c>.</summary>
    protected void Do(string? what)
    {
        ModelState.Clear();
        Opened = DraftRows.Do(Draft, what);
        DraftIds.Give(Draft);
    }

    private void ShowFaults(IReadOnlyList<DraftFault> faults)
    {
        ModelState.Clear();
        Faults = faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<DraftFault>)[.. g], StringComparer.Ordinal);
        ModelState.AddModelError("", Text.Count("practices.own.faults", faults.Count));
        foreach (var fault in faults.Where(f => f.Field.Length == 0))
            ModelState.AddModelError("", Say(fault));
    }

    /// <summary>Saves the draft; null where something in it is wrong, and the page says what.</summary>
    protected async Task<OwnPractice?> SaveAsync(WriteOwnPractice write, WriteOwnPracticeInput input)
    {
        if (await write.CheckAsync(input, Cancel) is { Count: > 0 } faults)
        {
            ShowFaults(faults);
            return null;
        }

        var written = await write.RunAsync(input, Audit("practices.write-own"), Cancel);
        if (written.IsSuccess)
            return written.Value;
        TellFailure(written.Failure);
        return null;
    }
}
