using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <param name="Id">Null adds one.</param>
/// <param name="Words">In order; empty lines and words that stand twice are left out.</param>
public sealed record ChangeIndustryInput(Guid? Id, string? Name, IReadOnlyList<string> Words);

/// <summary>
/// Adds an industry or corrects it and its words, closes it, opens it again. A word that stays keeps its ticks. A list shorter than it should be is kept and told as unfinished; a longer one is
/// refused. Failures: <c>industries.unknown</c>, <c>industries.name-missing</c>, <c>industries.name-taken</c>, <c>industries.too-long</c>, <c>industries.too-many</c>, <c>industries.too-many-words</c>.
/// </summary>
public sealed class ChangeIndustry(VejviserDb db, EffectivePractices practices)
{
    private const int MostCharacters = 100;

    public async Task<Result<Guid>> RunAsync(ChangeIndustryInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var (name, rules) = (input.Name?.Trim() ?? "", await CardRules.LoadAsync(db, practices, cancel));
        var words = input.Words.Select(w => w.Trim()).Where(w => w.Length > 0).Distinct(StringComparer.CurrentCultureIgnoreCase).ToList();
        if (name.Length == 0)
            return Failure.Of("industries.name-missing");
        if (name.Length > MostCharacters || words.Exists(w => w.Length > MostCharacters))
            return Failure.Of("industries.too-long", ("most", MostCharacters));
        if (words.Count > rules.WordsMost)
            return Failure.Of("industries.too-many-words", ("most", rules.WordsMost), ("count", words.Count));
        if (await db.Industries.AnyAsync(i => i.Id != input.Id && i.Name == name, cancel))
            return Failure.Of("industries.name-taken");
        if (input.Id is null && await IsFullAsync(rules, cancel))
            return Failure.Of("industries.too-many", ("most", rules.Industries));
        var industry = input.Id is { } id ? await db.Industries.Include(i => i.Words).SingleOrDefaultAsync(i => i.Id == id, cancel) : db.Add(new Industry { Name = name }).Entity;
        if (industry is null)
            return Failure.Of("industries.unknown");
        industry.Name = name;
        await ListAsync(industry, words, cancel);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "industry", EntityId: industry.Id, Details: AuditDetails.Of(("words", words.Count))), cancel);
        return industry.Id;
    }

    public async Task<Result<Done>> CloseAsync(Guid id, bool isClosed, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Industries.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } industry)
            return Failure.Of("industries.unknown");
        if (industry.IsClosed == isClosed)
            return Done.Result;
        var rules = await CardRules.LoadAsync(db, practices, cancel);
        if (!isClosed && await IsFullAsync(rules, cancel))
            return Failure.Of("industries.too-many", ("most", rules.Industries));
        industry.IsClosed = isClosed;
        await db.SaveAsync(audit, new AuditSubject(Entity: "industry", EntityId: id), cancel);
        return Done.Result;
    }

    private async Task<bool> IsFullAsync(CardRules rules, CancellationToken cancel) => await db.Industries.CountAsync(i => !i.IsClosed, cancel) >= rules.Industries;

    private async Task ListAsync(Industry industry, List<string> words, CancellationToken cancel)
    {
        var gone = industry.Words.Where(w => !words.Contains(w.Text, StringComparer.CurrentCulture)).ToList();
        var ids = gone.ConvertAll(w => w.Id);
        db.CardWords.RemoveRange(await db.CardWords.Where(w => ids.Contains(w.WordId)).ToListAsync(cancel));
        db.RemoveRange(gone);
        foreach (var (order, text) in words.Index())
        {
            if (industry.Words.Find(w => w.Text == text) is { } standing)
                standing.Order = order;
            else
                db.Add(new IndustryWord { IndustryId = industry.Id, Text = text, Order = order });
        }
    }
}
