using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Speaks">BCP 47 codes.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
public sealed record AskToHostInput(
    string? Name, string? Address, string? Email, string? Phone, int? Rooms, int? PeopleMost, DateOnly? From, bool AcceptsSmoking, bool HasPets, Togetherness Together, IReadOnlyCollection<string> Speaks, string? About, string Language);

/// <summary>
/// Somebody of the public offers a room. Nothing is sent to an address that nobody has proven: the municipality calls. Failures: <c>hosting.not-in-use</c>, <c>hosting.name-missing</c>, <c>hosting.address-missing</c>,
/// <c>hosting.no-way</c> (neither telephone nor e-mail), <c>hosting.email-unreadable</c>, <c>hosting.phone-unreadable</c>, <c>hosting.figures</c>, <c>hosting.from</c>, <c>hosting.too-long</c>, <c>hosting.no-links</c>,
/// <c>hosting.too-many</c> (today's enquiries are as many as the settings take).
/// </summary>
public sealed class AskToHost(VejviserDb db, EffectivePractices practices, PlanLaw law, LanguageNames languages, HostSettings settings)
{
    public const int MostCharacters = 200;
    public const int MostAbout = 1500;
    public const int MostRooms = 10;
    public const int MostDaysAhead = 366;
    private static readonly string[] Links = ["://", "www.", "href="];

    public async Task<Result<Guid>> RunAsync(AskToHostInput input, AuditContext audit, CancellationToken cancel)
    {
        if (await EffectivePractices.NewestAsync(db, HostingRules.Practice, cancel) is null)
            return Failure.Of("hosting.not-in-use");
        if (Fault(input, audit.Day) is { } fault)
            return fault;
        if (await db.IsHandledAsync(audit, cancel))
            return Guid.Empty;
        var since = audit.At.AddDays(-1);
        if (await db.PrivateHosts.CountAsync(h => h.ReceivedAt > since, cancel) >= settings.MostADay)
            return Failure.Of("hosting.too-many");
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var host = new PrivateHost
        {
            Name = input.Name.OrNull()!, Address = input.Address.OrNull()!, Email = input.Email.OrNull(), Phone = input.Phone.OrNull(), Language = input.Language, Rooms = input.Rooms!.Value, PeopleMost = input.PeopleMost!.Value, From = input.From!.Value,
            AcceptsSmoking = input.AcceptsSmoking, HasPets = input.HasPets, Together = input.Together, Speaks = string.Join(' ', input.Speaks.Where(languages.Knows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), About = input.About.OrNull(),
            ReceivedAt = audit.At, AnswerBy = (await law.CalendarAsync(db, cancel)).AddWorkdays(audit.Day, rules.EnquiryAnswerWorkdays), Version = 1,
        };
        db.Add(host);
        await db.SaveAsync(audit, new AuditSubject(Entity: "private-host", EntityId: host.Id), cancel);
        return host.Id;
    }

    private static Failure? Fault(AskToHostInput input, DateOnly today)
    {
        if (input.Name.OrNull() is null)
            return Failure.Of("hosting.name-missing");
        if (input.Address.OrNull() is null)
            return Failure.Of("hosting.address-missing");
        if (input.Phone.OrNull() is null && input.Email.OrNull() is null)
            return Failure.Of("hosting.no-way");
        if (new[] { input.Name, input.Address, input.Phone, input.Email }.Any(t => t?.Length > MostCharacters))
            return Failure.Of("hosting.too-long", ("most", MostCharacters));
        if (input.Phone.OrNull() is { } phone && (phone.Count(char.IsDigit) is < 8 or > 15 || phone.Any(c => !char.IsDigit(c) && c is not (' ' or '+' or '-' or '(' or ')'))))
            return Failure.Of("hosting.phone-unreadable");
        if (input.Email.OrNull() is { } email && !IsEmail(email))
            return Failure.Of("hosting.email-unreadable");
        if (input.Rooms is not (>= 1 and <= MostRooms) || input.PeopleMost is not (>= 1 and <= MostRooms) || !Enum.IsDefined(input.Together))
            return Failure.Of("hosting.figures", ("most", MostRooms));
        if (input.From is not { } from || from < today || from > today.AddDays(MostDaysAhead))
            return Failure.Of("hosting.from");
        if (input.About?.Length > MostAbout)
            return Failure.Of("hosting.too-long", ("most", MostAbout));
        return new[] { input.Name, input.Address, input.About }.Any(t => t is not null && Links.Any(l => t.Contains(l, StringComparison.OrdinalIgnoreCase))) ? Failure.Of("hosting.no-links") : null;
    }

    /// <summary>One at-sign with something before it and a domain after it; no line break, no space.</summary>
    private static bool IsEmail(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && email.LastIndexOf('@') == at && email.LastIndexOf('.') > at + 1 && !email.EndsWith('.') && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
