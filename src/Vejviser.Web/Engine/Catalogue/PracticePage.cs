using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What the pages of one practice share: the catalogue's definition, the versions here, and titles by today's law.</summary>
public abstract class PracticePage(EffectivePractices practices, PlanLaw law) : VejviserPage
{
    [FromRoute]
    public string Practice { get; set; } = "";

    /// <summary>The catalogue's newest definition, without the municipality's differences.</summary>
    public PracticeDefinition Original { get; private set; } = null!;

    /// <summary>Newest first; none while the practice is not adopted.</summary>
    public IReadOnlyList<PracticeVersion> Versions { get; private set; } = [];

    /// <summary>What new plans follow: the newest version, else the catalogue's own.</summary>
    public PracticeDefinition Definition { get; private set; } = null!;

    public PracticeTexts Texts => Definition.TextsIn(Text.Language);

    public string Title(PracticeDefinition definition, string step) =>
        definition.TextsIn(Text.Language).Steps.ContainsKey(step) ? law.Title(definition, step, Today, Text.Language) : step;

    public string How(PracticeDefinition definition, string step) => Fill(definition.TextsIn(Text.Language).Steps[step].How, definition);

    /// <summary>A text of the practice with the law's names of today and the figures in force.</summary>
    public string Fill(string words, PracticeDefinition? definition = null) =>
        PracticeTexts.Fill(words, definition ?? Definition, name => law.NameOn(name, Today, Text.Language));

    /// <summary>True where the definition has a newer version than the one the municipality's newest was made from.</summary>
    public bool IsBehind => Definition.Version < Original.Version;

    /// <summary>True for a step the municipality added to the catalogue's.</summary>
    public bool IsAdded(Step step) => !IsBehind && Original.FindStep(step.Id) is null;

    /// <summary>The catalogue's definition in a version of its own, which older versions here were made from.</summary>
    protected async Task<PracticeDefinition> CatalogueAsync(int version) => await practices.FindAsync(Db, Practice, version, Cancel) ?? Original;

    protected Task<PracticeDefinition> OfAsync(PracticeVersion version) => practices.OfAsync(Db, version, Cancel);

    /// <returns>False where the catalogue has no such practice.</returns>
    protected async Task<bool> LoadAsync()
    {
        if (await practices.FindAsync(Db, Practice, Cancel) is not { } original)
            return false;
        Original = original;
        Versions = await Db.PracticeVersions.AsNoTracking().Where(v => v.Practice == Practice).OrderByDescending(v => v.Number).ToListAsync(Cancel);
        Definition = Versions.Count > 0 ? await OfAsync(Versions[0]) : original;
        AddCrumb(Text["nav.practices"], "/practices");
        return true;
    }
}
