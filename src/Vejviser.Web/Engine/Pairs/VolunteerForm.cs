using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>What the form of a volunteer sends.</summary>
public sealed record VolunteerFields
{
    public Guid? Partner { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public Guid? Account { get; init; }

    public int? Most { get; init; }

    public int? Hours { get; init; }

    public bool Children { get; init; }

    public CertificateState Certificate { get; init; }

    public DateOnly? CertificateOn { get; init; }

    public List<Guid> Towns { get; init; } = [];

    public List<string?> Languages { get; init; } = [];

    public List<string?> Industries { get; init; } = [];

    public List<string?> Networks { get; init; } = [];

    public int Version { get; init; }

    public static VolunteerFields Of(Volunteer v) => new()
    {
        Partner = v.PartnerId, Name = v.Name, Phone = v.Phone, Account = v.AccountId, Most = v.Most, Hours = v.HoursAMonth, Children = v.HasChildren, Certificate = v.Certificate, CertificateOn = v.CertificateOn,
        Towns = [.. v.Towns.Select(t => t.TownId)], Languages = [.. v.Languages.Select(l => l.Language)], Industries = [.. v.Industries.Where(i => !i.IsNetwork).Select(i => i.Industry)],
        Networks = [.. v.Industries.Where(i => i.IsNetwork).Select(i => i.Industry)], Version = v.Version,
    };

    public ChangeVolunteerInput ToInput(Guid? id) => new(
        id, Partner, Name, Phone, Account, Most, Hours, Children, Certificate, CertificateOn, Towns, [.. Languages.OfType<string>()], [.. Industries.OfType<string>()], [.. Networks.OfType<string>()], Version);
}

/// <summary>The form of a volunteer, the same for the coordinator and for the association.</summary>
/// <param name="Id">Null registers one.</param>
/// <param name="Associations">To choose from; none where the association registers its own.</param>
/// <param name="Accounts">The association's users, any of whom may be the volunteer.</param>
public sealed record VolunteerForm(
    Guid? Id, VolunteerFields Fields, bool IsWithdrawn, PairPractice Practice, string Action, IReadOnlyList<Town> Towns, IReadOnlyList<string> Industries, IReadOnlyList<PartnerOrganisation> Associations,
    IReadOnlyList<(Guid Id, string Name)> Accounts)
{
    public const int Rows = 3;

    public static async Task<VolunteerForm> LoadAsync(VejviserDb db, Volunteer? volunteer, VolunteerFields? sent, PairPractice practice, int most, int? hours, Guid? partner, string action, CancellationToken cancel)
    {
        var association = volunteer?.PartnerId ?? partner;
        var fields = sent ?? (volunteer is null ? new VolunteerFields { Most = most, Hours = hours } : VolunteerFields.Of(volunteer));
        return new VolunteerForm(
            volunteer?.Id, fields, volunteer?.IsWithdrawn ?? false, practice, action, await db.Towns.AsNoTracking().OrderBy(t => t.Name).ToListAsync(cancel), await KnownIndustries.ReadAsync(db, cancel),
            association is null ? await db.PartnerOrganisations.AsNoTracking().Where(p => p.Kind == PartnerKind.Association && !p.IsClosed).OrderBy(p => p.Name).ToListAsync(cancel) : [],
            [.. (await db.Users.Where(a => association != null && a.PartnerId == association && !a.IsClosed).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel)).Select(a => (a.Id, a.DisplayName))]);
    }

    /// <summary>Volunteers as lists show them.</summary>
    public static async Task<IReadOnlyList<VolunteerLine>> LinesAsync(VejviserDb db, PairPractice practice, PairPolicy policy, IQueryable<Volunteer> asked, CancellationToken cancel)
    {
        var facts = await ReadPairs.OfAsync(db, practice, policy, asked, cancel);
        var rows = await (from v in asked.AsNoTracking()
                          join p in db.PartnerOrganisations on v.PartnerId equals p.Id
                          select new { v, p.Name, Minutes = db.VolunteerHours.Where(h => db.VolunteerPairs.Any(x => x.Id == h.PairId && x.VolunteerId == v.Id)).Sum(h => (int?)h.Minutes) ?? 0 }).ToDictionaryAsync(r => r.v.Id, cancel);
        return [.. facts.Select(f => new VolunteerLine(rows[f.Id].v, f, rows[f.Id].Name, rows[f.Id].Minutes)).OrderBy(l => l.Volunteer.IsWithdrawn).ThenBy(l => l.Volunteer.Name, StringComparer.CurrentCulture)];
    }
}
