using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Id">Null registers one.</param>
/// <param name="PartnerId">The association, where one is registered; an association registers its own.</param>
/// <param name="Version">Of the row that was looked at.</param>
public sealed record ChangeVolunteerInput(
    Guid? Id, Guid? PartnerId, string? Name, string? Phone, Guid? AccountId, int? Most, int? HoursAMonth, bool HasChildren, CertificateState Certificate, DateOnly? CertificateOn, IReadOnlyCollection<Guid> Towns,
    IReadOnlyCollection<string> Languages, IReadOnlyCollection<string> Industries, IReadOnlyCollection<string> Networks, int Version);

/// <summary>
/// Registers a volunteer, corrects, withdraws and takes up again; by the coordinator or by the association itself. Failures: <c>pairs.forbidden</c>, <c>pairs.unknown-volunteer</c>, <c>pairs.name-missing</c>,
/// <c>pairs.too-long</c>, <c>pairs.unknown-association</c>, <c>pairs.unknown-account</c>, <c>pairs.bounds</c>, <c>pairs.certificate-day</c> (missing, or ahead), <c>pairs.unknown-town</c>, <c>pairs.has-more</c> (than
/// so many at once), <c>pairs.changed-meanwhile</c>.
/// </summary>
public sealed class ChangeVolunteer(VejviserDb db)
{
    public const int MostCharacters = 200;

    public async Task<Result<Guid>> RunAsync(PairPractice practice, ChangeVolunteerInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var partner = who.PartnerId ?? input.PartnerId;
        var volunteer = input.Id is { } id
            ? await Own(who).Include(v => v.Towns).Include(v => v.Languages).Include(v => v.Industries).AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id && v.Practice == practice.Id, cancel)
            : partner is { } association ? new Volunteer { Practice = practice.Id, PartnerId = association, Name = "" } : null;
        if (await RefusalAsync(input, volunteer, partner, who, audit, cancel) is { } refused)
            return refused;
        if (input.Id is null)
            db.Add(volunteer!);
        Write(volunteer!, practice, input);
        if (!db.ChangeTracker.HasChanges())
            return volunteer!.Id;
        volunteer!.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "volunteer", EntityId: volunteer.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : volunteer.Id;
    }

    /// <summary>Who withdraws is asked no more: what waits for an answer lapses at once, what is agreed stands.</summary>
    public async Task<Result<Done>> WithdrawAsync(Guid id, bool isWithdrawn, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!MayKeep(who))
            return Failure.Of("pairs.forbidden");
        if (await Own(who).SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } volunteer)
            return Failure.Of("pairs.unknown-volunteer");
        if (volunteer.IsWithdrawn == isWithdrawn)
            return Done.Result;
        (volunteer.IsWithdrawn, volunteer.Version) = (isWithdrawn, volunteer.Version + 1);
        var subjects = new List<AuditSubject> { new(Entity: "volunteer", EntityId: id) };
        if (isWithdrawn)
        {
            foreach (var found in await (from p in db.VolunteerPairs where p.VolunteerId == id && p.State == PairState.Asked join plan in db.Plans on p.PlanId equals plan.Id select new { p, plan }).ToListAsync(cancel))
            {
                found.p.LetGo(PairState.Lapsed, audit.Day);
                subjects.Add(PairChange.Subject(found.p, found.plan));
            }
        }

        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : Done.Result;
    }

    /// <summary>Volunteers with no sign-in but their own keep nothing of the register.</summary>
    private static bool MayKeep(Reader who) => who.PartnerId is null ? who.May(Permissions.Pairs) : who.May(Permissions.Partner);

    private IQueryable<Volunteer> Own(Reader who) => who.PartnerId is { } partner ? db.Volunteers.Where(v => v.PartnerId == partner) : db.Volunteers;

    private async Task<Failure?> RefusalAsync(ChangeVolunteerInput input, Volunteer? volunteer, Guid? partner, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!MayKeep(who))
            return Failure.Of("pairs.forbidden");
        if (volunteer is null)
            return Failure.Of(input.Id is null ? "pairs.unknown-association" : "pairs.unknown-volunteer");
        if (string.IsNullOrWhiteSpace(input.Name))
            return Failure.Of("pairs.name-missing");
        if (input.Name.Length > MostCharacters || input.Phone?.Length > MostCharacters || input.Industries.Concat(input.Networks).Any(i => i.Length > MostCharacters))
            return Failure.Of("pairs.too-long", ("most", MostCharacters));
        if (input.Most is not (>= 1 and <= Volunteer.MostNewcomers) || input.HoursAMonth is < 0 or > Volunteer.MostHours)
            return Failure.Of("pairs.bounds", ("most", Volunteer.MostNewcomers), ("hours", Volunteer.MostHours));
        if (input.Certificate != CertificateState.None && (input.CertificateOn is null || input.CertificateOn > audit.Day))
            return Failure.Of("pairs.certificate-day");
        if (input.Id is not null && volunteer.Version != input.Version)
            return Failure.Of("pairs.changed-meanwhile");
        if (input.Id is null && !await db.PartnerOrganisations.AnyAsync(p => p.Id == partner && p.Kind == PartnerKind.Association && !p.IsClosed, cancel))
            return Failure.Of("pairs.unknown-association");
        if (input.AccountId is { } account && !await db.Users.AnyAsync(a => a.Id == account && a.PartnerId == volunteer.PartnerId && !a.IsClosed, cancel))
            return Failure.Of("pairs.unknown-account");
        var towns = input.Towns.Distinct().ToList();
        if (await db.Towns.CountAsync(t => towns.Contains(t.Id), cancel) < towns.Count)
            return Failure.Of("pairs.unknown-town");
        return await db.VolunteerPairs.AnyAsync(p => p.VolunteerId == volunteer.Id && p.HeldPlace > input.Most, cancel) ? Failure.Of("pairs.has-more") : null;
    }

    private void Write(Volunteer v, PairPractice practice, ChangeVolunteerInput input)
    {
        (v.Name, v.Phone, v.AccountId, v.Most, v.HoursAMonth, v.HasChildren) = (input.Name!.Trim(), input.Phone.OrNull(), input.AccountId, input.Most!.Value, input.HoursAMonth, input.HasChildren);
        if (practice.CertificateMonths is not null)
            (v.Certificate, v.CertificateOn) = (input.Certificate, input.Certificate == CertificateState.None ? null : input.CertificateOn);
        Replace(v.Towns, input.Towns.Distinct(), t => t.TownId, t => new VolunteerTown { VolunteerId = v.Id, TownId = t });
        Replace(v.Languages, Clean(input.Languages), l => l.Language, l => new VolunteerLanguage { VolunteerId = v.Id, Language = l });
        Replace(
            v.Industries, Clean(input.Industries).Select(i => (i, false)).Concat(Clean(input.Networks).Select(i => (i, true))), i => (i.Industry, i.IsNetwork),
            i => new VolunteerIndustry { VolunteerId = v.Id, Industry = i.Item1, IsNetwork = i.Item2 });
    }

    /// <summary>What stays keeps its row: only what changes is written.</summary>
    private void Replace<TRow, TKey>(List<TRow> rows, IEnumerable<TKey> wanted, Func<TRow, TKey> key, Func<TKey, TRow> make)
        where TRow : class
    {
        var keys = wanted.ToList();
        foreach (var gone in rows.Where(r => !keys.Contains(key(r))).ToList())
        {
            rows.Remove(gone);
            db.Remove(gone);
        }

        foreach (var added in keys.Except(rows.Select(key)).ToList())
        {
            var row = make(added);
            rows.Add(row);
            if (db.Entry(row).State == EntityState.Detached)
                db.Add(row);
        }
    }

    internal static IEnumerable<string> Clean(IEnumerable<string> written) => written.Select(w => w.Trim()).Where(w => w.Length > 0).Distinct(StringComparer.CurrentCultureIgnoreCase);
}
