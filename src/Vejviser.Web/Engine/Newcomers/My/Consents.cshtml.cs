using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>What I have agreed to, and what I may agree to; each can be withdrawn at any time.</summary>
public sealed class ConsentsModel(OwnConsents consents, ConsentPurposes purposes) : MyPage
{
    public IReadOnlyList<(string Purpose, Consent? Given)> Purposes { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostGiveAsync(string? purpose) => await AnswerAsync(await consents.GiveAsync(Me, purpose ?? "", Audit("newcomers.give-consent"), Cancel));

    public async Task<IActionResult> OnPostWithdrawAsync(Guid consent) => await AnswerAsync(await consents.WithdrawAsync(Me, consent, Audit("newcomers.withdraw-consent"), Cancel));

    private async Task<IActionResult> AnswerAsync(Result<Done> outcome)
    {
        if (outcome.IsSuccess)
        {
            Told("saved");
            return LocalRedirect("/my/consents");
        }

        Tell(outcome.Failure);
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        var me = Me.PersonId;
        var given = await Db.Consents.AsNoTracking().Where(c => c.PersonId == me && c.WithdrawnOn == null).ToListAsync(Cancel);
        // What I have agreed to first.
        Purposes = [.. purposes.All.Select(p => (p, given.Find(c => c.Purpose == p))).OrderBy(p => p.Item2 is null)];
    }
}
