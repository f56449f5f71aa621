using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the page of starts and its file share.</summary>
public abstract class PracticeStartsPage(EffectivePractices practices, PlanLaw law) : VejviserPage
{
    private RoleFillers fillers = null!;
    private Dictionary<string, (string Name, string? Contact)> partners = [];

    [FromRoute(Name = "practice")]
    public string Practice { get; set; } = "";

    public PracticeDefinition Definition { get; private set; } = null!;

    public PracticeTexts Texts => Definition.TextsIn(Text.Language);

    public IReadOnlyList<StartLine> Lines { get; private set; } = [];

    protected ListRead Noted => new([.. Lines.Select(l => l.HouseholdId).Distinct()], [.. Lines.Select(l => l.Person.Id).Distinct()], Practice);

    public string NameOf(StartLine line) => Reader.MaySeeAddress(line.IsProtected) ? line.Person.Name : line.Reference ?? Text["plan.protected"];

    public string HomeOf(StartLine line) => Reader.MaySeeAddress(line.IsProtected) ? line.Reference ?? line.Household : line.Reference ?? Text["plan.protected"];

    public string TitleOf(StartTask task) => law.Title(Definition, task.Step, Today, Text.Language);

    /// <summary>The party that the agreement names: the partner's organisation with whom to call, else the municipality with who fills the role.</summary>
    public string PartyOf(StartTask task)
    {
        if (task.Partner is { } partner)
            return partners.TryGetValue(partner, out var found)
                ? Text["starts.party-partner", ("partner", Texts.Partners[partner].Name), ("name", found.Contact is null ? found.Name : $"{found.Name}, {found.Contact}")]
                : Texts.Partners[partner].Name;
        return Text["starts.party-municipality", ("role", Definition.RoleOf(Text.Language, task.Role)), ("names", fillers.Find(Practice, task.Role)?.Names ?? Text["plan.nobody"])];
    }

    /// <returns>False where the practice is not adopted, or nobody starts in anything by it.</returns>
    protected async Task<bool> LoadAsync()
    {
        if (await EffectivePractices.NewestAsync(Db, Practice, Cancel) is not { } newest || (await practices.OfAsync(Db, newest, Cancel)) is not { Starts.Count: > 0 } definition)
            return false;
        Definition = definition;
        fillers = await RoleFillers.ReadAsync(Db, Cancel);
        partners = await (from a in Db.PartnerAgreements.AsNoTracking()
                          where a.Practice == Practice
                          join p in Db.PartnerOrganisations on a.PartnerId equals p.Id
                          select new { a.Partner, p.Name, a.Contact }).ToDictionaryAsync(a => a.Partner, a => (a.Name, (string?)a.Contact), Cancel);
        Lines = await ReadStarts.RunAsync(Db, practices, law, Reader, Practice, Clock.Now(), Today, Cancel);
        return true;
    }
}
