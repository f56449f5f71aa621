using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>
/// One newcomer of Havneby who has a link and code that everybody knows, with an offer to answer, a question asked and one answered; a partner with something to
/// acknowledge; and a message of each fate. Only in the demo municipality.
/// </summary>
public sealed class DemoNewcomer(VejviserDb db, AuditContext audit)
{
    /// <summary>The link's secret in the demo municipality.</summary>
    public const string Link = "havneby-demo-2026";

    public const string Code = "20262026";

    private const string Practice = "family-danish";

    internal async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.NewcomerAccesses.AnyAsync(cancel) || !await db.Municipalities.AnyAsync(m => m.IsDemo, cancel))
            return;
        var person = await db.People.Where(p => p.Language == "ar" && p.Role == HouseholdRole.Head && !p.HasProtectedAddress && db.Households.Any(h => h.Id == p.HouseholdId && h.HasArrived && h.CaseWorkerId != null))
            .OrderByDescending(p => db.Plans.Count(l => l.HouseholdId == p.HouseholdId && l.State == PlanState.Running)).ThenBy(p => p.CaseRef).FirstOrDefaultAsync(cancel);
        if (person is null)
            return;
        var home = await db.Households.SingleAsync(h => h.Id == person.HouseholdId, cancel);
        var worker = home.CaseWorkerId!.Value;
        db.NewcomerAccesses.Add(GiveAccess.Make(person.Id, new GivenAccess(Link, Code, audit.At.AddYears(10)), audit.At, worker));
        if (!await db.Offers.AnyAsync(o => o.HouseholdId == home.Id && o.Practice == Practice, cancel))
            db.Offers.Add(new Offer { Practice = Practice, HouseholdId = home.Id, PersonId = null, OfferedOn = Day(-2), OfferedBy = worker, RemindOn = Day(12) });
        db.AddRange(
            new PersonQuestion { PersonId = person.Id, HouseholdId = home.Id, Language = "ar", Text = "متى يبدأ درس اللغة؟", AskedAt = audit.At.AddDays(-6), Answer = "Du begynder på mandag klokken 8.30. Kom til Sprogskolen, Havnegade 4.", AnsweredAt = audit.At.AddDays(-5), AnsweredBy = worker, Version = 1 },
            new PersonQuestion { PersonId = person.Id, HouseholdId = home.Id, Language = "ar", Text = "هل أستطيع أن آخذ ابنتي معي إلى الموعد؟", AskedAt = audit.At.AddHours(-3) });
        db.AddRange(Messages(person, worker));
        if (!await db.Consents.AnyAsync(c => c.PersonId == person.Id && c.Purpose == VolunteerSight.Consent && c.WithdrawnOn == null, cancel))
            db.Consents.Add(new Consent { PersonId = person.Id, Purpose = VolunteerSight.Consent, GivenOn = Day(-14), GivenById = person.Id, RegisteredBy = worker });
        if (await db.Users.FirstOrDefaultAsync(a => a.Email == DemoMunicipality.Partner.Email, cancel) is { } reader)
            db.AddRange(Handovers(person, worker, reader));
        await db.SaveAsync(audit, new AuditSubject(person.Id, home.Id, "newcomer-access"), cancel);
    }

    private DateOnly Day(int days) => audit.Day.AddDays(days);

    private IEnumerable<Handover> Handovers(Person person, Guid worker, Account reader)
    {
        yield return new Handover
        {
            PersonId = person.Id, HouseholdId = person.HouseholdId, What = "Familien vil gerne have besøg af en frivillig. Ring i den kommende uge.", DueOn = Day(7), GivenBy = worker, GivenAt = audit.At.AddHours(-4),
            ToPartnerId = reader.PartnerId, ClimbsAt = audit.At.AddDays(3),
        };
        yield return new Handover
        {
            PersonId = person.Id, HouseholdId = person.HouseholdId, What = "Plads i onsdagens sprogcafé.", GivenBy = worker, GivenAt = audit.At.AddDays(-9), ToPartnerId = reader.PartnerId, AcknowledgedAt = audit.At.AddDays(-8), AcknowledgedBy = reader.Id,
        };
    }

    private IEnumerable<Message> Messages(Person person, Guid worker)
    {
        Message Of(string key, MessageChannel channel, MessageState state, int hoursAgo, string to, string? error = null) => new()
        {
            Key = $"demo:{key}", Channel = channel, Template = "own", Practice = "", Language = "da", PersonId = person.Id, HouseholdId = person.HouseholdId, To = to, Subject = "Besked fra Havneby Kommune",
            Body = $"Hej {person.GivenName}\n\nDin plads på sprogskolen er klar. Du begynder på mandag.\n\nVenlig hilsen\nHavneby Kommune", CreatedAt = audit.At.AddHours(-hoursAgo), CreatedBy = worker,
            NextAt = audit.At.AddHours(-hoursAgo), State = state, Attempts = state == MessageState.Waiting ? 0 : 1, SentAt = state == MessageState.Sent ? audit.At.AddHours(-hoursAgo) : null, Error = error,
        };
        yield return Of("sent", MessageChannel.Sms, MessageState.Sent, 130, "12 00 00 90");
        yield return Of("dead", MessageChannel.Email, MessageState.Dead, 30, "forkert@havneby.example", "smtp-550");
        yield return Of("letter", MessageChannel.Letter, MessageState.Waiting, 20, "");
    }
}
