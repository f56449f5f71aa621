using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Offers;

/// <summary>What the target group's page and its export share: the address, the practice as it is in use, and how a row is named.</summary>
public abstract class PracticeOfferPage(OfferWords words) : VejviserPage
{
    private const int MostPages = 10_000;

    [FromRoute]
    public string Practice { get; set; } = "";

    /// <summary><c>ask</c>: those of whom something is not known.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string? Part { get; set; }

    /// <summary><c>mine</c>: only households whose case worker the reader is.</summary>
    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public OfferWords Words => words;

    public PracticeDefinition Definition { get; private set; } = null!;

    public bool IsAdopted => Version is not null;

    /// <summary>The version in use; null where the practice is not adopted.</summary>
    protected Guid? Version { get; private set; }

    public bool OnlyAsk => Part == "ask";

    public bool OnlyMine => Whose == "mine";

    public string Title => words.Title(Practice);

    protected TargetFilter Filter => new(OnlyAsk, OnlyMine ? Reader.AccountId : null, Math.Clamp(PageNumber, 1, MostPages));

    /// <returns>False where there is no such practice.</returns>
    protected async Task<bool> LoadAsync()
    {
        await words.LoadAsync(Cancel);
        if (words.Find(Practice) is not { } definition)
            return false;
        Definition = definition;
        Version = (await EffectivePractices.NewestAsync(Db, Practice, Cancel))?.Id;
        return true;
    }

    /// <summary>A protected name stands as its case number for those without the compartment.</summary>
    public string NameOf(TargetRow row) => Reader.MaySeeAddress(row.IsProtected) ? row.Person ?? row.Household : row.CaseRef ?? row.Reference ?? Text["plan.protected"];

    protected static ListRead Shown(IReadOnlyCollection<TargetRow> rows, string practice, bool onlyAsk) =>
        new([.. rows.Select(r => r.HouseholdId).Distinct()], [.. rows.Select(r => r.PersonId).OfType<Guid>()], $"{practice} {(onlyAsk ? "ask" : "fits")}");
}
