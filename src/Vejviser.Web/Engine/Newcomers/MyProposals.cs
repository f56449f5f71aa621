using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>Whom the newcomer is proposed, and what their practices want to know before they can go on.</summary>
/// <param name="Days">What stands; null where nothing is said, or nothing asked.</param>
public sealed record MyProposalSet(ProposedHost? Host, IReadOnlyList<ProposedVolunteer> Volunteers, bool IsAskedForDays, Weekdays? Days)
{
    public bool IsEmpty => Host is null && Volunteers.Count == 0 && !IsAskedForDays;

    /// <summary>How many answers are waited for.</summary>
    public int AskedAt(DateTime now) => (Host?.IsAskedAt(now) == true ? 1 : 0) + Volunteers.Count(v => !v.HasSaidYes) + (IsAskedForDays && Days is null ? 1 : 0);
}

/// <summary>Reads what is the newcomer's own to answer: of themselves, and of the household where they are a grown-up of it.</summary>
public sealed class MyProposals(EffectivePractices practices, MyWords words)
{
    public static async Task<MyProposalSet> OfAsync(VejviserDb db, Newcomer me, DateOnly today, CancellationToken cancel)
    {
        var (isAsked, days) = await OwnDays.ReadAsync(db, me.PersonId, cancel);
        return new MyProposalSet(
            me.HouseholdToAnswerFor is { } home ? await ProposedHost.ReadAsync(db, home, cancel) : null, await ProposedVolunteer.ReadAsync(db, me.PersonId, me.HouseholdToAnswerFor, today, cancel), isAsked, days);
    }

    /// <summary>The practice in the newcomer's words, and their language.</summary>
    public async Task<(CitizenTexts Words, string Language)> PracticeAsync(VejviserDb db, string practice, CancellationToken cancel) => words.Practice((await practices.InUseAsync(db, practice, cancel))!);
}
