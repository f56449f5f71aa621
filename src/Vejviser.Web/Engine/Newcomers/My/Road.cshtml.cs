using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>My road: what is next, when, where, with whom and what to bring; then what I take part in.</summary>
public sealed class RoadModel(MyAppointments appointments, EffectivePractices practices, AnswerSurvey survey) : MyPage
{
    private const int DaysNew = 14;

    public MyAppointment? Next { get; private set; }

    public ContactPerson? Contact { get; private set; }

    public int Offers { get; private set; }

    /// <summary>Answers that are waited for: to whom I am proposed, and which days I can come.</summary>
    public int Proposals { get; private set; }

    /// <summary>Answers of the last two weeks.</summary>
    public int Answers { get; private set; }

    /// <summary>A practice wants to know how I am doing.</summary>
    public bool IsAsked { get; private set; }

    public IReadOnlyList<(CitizenTexts Words, string Language)> Practices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (me, since) = (Me, Clock.GetUtcNow().UtcDateTime.AddDays(-DaysNew));
        Next = (await appointments.OfAsync(Db, me, Today, Cancel)).FirstOrDefault();
        Contact = (await ContactPeople.OfAsync(Db, practices, me, Cancel)).FirstOrDefault();
        Offers = await AnswerOwnOffer.Of(Db, me).CountAsync(o => o.Answer == OfferAnswer.None, Cancel);
        Proposals = (await MyProposals.OfAsync(Db, me, Today, Cancel)).AskedAt(Clock.GetUtcNow().UtcDateTime);
        Answers = await Db.PersonQuestions.CountAsync(q => q.PersonId == me.PersonId && q.AnsweredAt > since, Cancel);
        IsAsked = (await survey.OpenAsync(me, Today, Cancel)).Count > 0;
        var running = await Db.Plans.AsNoTracking().Where(p => p.State == PlanState.Running && (p.PersonId == me.PersonId || (p.PersonId == null && p.HouseholdId == me.HouseholdId)))
            .OrderBy(p => p.StartedAt).Select(p => p.PracticeVersionId).ToListAsync(Cancel);
        var words = new List<(CitizenTexts, string)>();
        foreach (var version in running.Distinct())
            words.Add(Words.Practice(await practices.OfAsync(Db, version, Cancel)));
        Practices = words;
    }
}
