using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>A page of one practice that pairs newcomers with volunteers; the practice is in the address.</summary>
public abstract class PairsPage(PairPractices all, EffectivePractices practices, PairWords words) : VejviserPage
{
    [FromRoute(Name = "kind")]
    public string Kind { get; set; } = "";

    public PairPractice Practice { get; private set; } = null!;

    public PairWords Words => words;

    public string Address => $"/pairs/{Kind}";

    /// <summary>As the municipality runs it.</summary>
    public PracticeDefinition Definition { get; private set; } = null!;

    public PairPolicy Policy => PairPolicy.Of(Definition);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (all.ByKey(Kind) is not { } practice)
        {
            context.Result = NotFound();
            return;
        }

        Practice = practice;
        Definition = (await practices.InUseAsync(Db, practice.Id, Cancel))!;
        await next();
    }

    protected void AddCrumbs(string? last)
    {
        AddCrumb(Definition.TextsIn(Text.Language).Title, $"/practices/{Practice.Id}");
        if (last is null)
        {
            AddCrumb(words.Of(Practice, "title"));
            return;
        }

        AddCrumb(words.Of(Practice, "title"), Address);
        AddCrumb(last);
    }

    /// <summary>Names of those the reader works with; who has a protected one stands by the reference but for those with the compartment.</summary>
    protected async Task<IReadOnlySet<Guid>> VisibleHouseholdsAsync(IEnumerable<Guid> households)
    {
        var ids = households.Distinct().ToList();
        return await Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToHashSetAsync(Cancel);
    }

    /// <summary>Tells the outcome on the page that is gone to, or why a rule said no on the same page.</summary>
    protected async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, string next, Func<Task<IActionResult>> again)
    {
        if (done.IsSuccess)
        {
            Tell(told);
            return LocalRedirect(next);
        }

        Db.ChangeTracker.Clear();
        TellFailure(done.Failure);
        return await again();
    }
}
