using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People;

/// <param name="Total">How many fit among those the reader may see; who the reader may not see is neither shown nor counted.</param>
/// <param name="Page">From 1.</param>
public sealed record PeopleFound(IReadOnlyList<FoundPerson> People, int Total, int Page)
{
    public int Pages => (Total + SearchPeople.PageSize - 1) / SearchPeople.PageSize;
}

/// <summary>
/// Finds people by name in any script, in any order of its parts, or by the case's or the household's reference.
/// A name somebody had before a merge finds the person they are now. Never by CPR number: see <see cref="FindByCpr"/>.
/// </summary>
public static partial class SearchPeople
{
    public const int PageSize = 20;
    private const int MostWords = 6;

    /// <summary>True where a text holds what may be a CPR number: it is then neither searched for nor shown again.</summary>
    public static bool LooksLikeCpr(string? text) => text is not null && TenDigits().IsMatch(text);

    /// <exception cref="ArgumentException">The text may hold a CPR number.</exception>
    public static async Task<PeopleFound> RunAsync(VejviserDb db, Reader who, DateTime now, string text, int page, CancellationToken cancel)
    {
        if (LooksLikeCpr(text))
            throw new ArgumentException("A CPR number has a search of its own.", nameof(text));
        var folded = NameFolding.Fold(text);
        if (folded.Length == 0)
            return new PeopleFound([], 0, 1);
        var fitting = Fitting(db, folded, text.Trim().ToUpperInvariant());
        var people = db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => p.MergedIntoId == null && fitting.Contains(p.Id));
        var total = await people.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var found = await people.OrderBy(p => p.SearchName.StartsWith(folded) ? 0 : p.SearchName.Contains(" " + folded) ? 1 : 2)
            .ThenBy(p => p.SearchName).ThenBy(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize).AsFound(db).ToListAsync(cancel);
        return new PeopleFound(found, total, page);
    }

    private static IQueryable<Guid> Fitting(VejviserDb db, string folded, string reference)
    {
        var people = db.People.AsQueryable();
        if (reference.Any(char.IsAsciiDigit))
        {
            people = people.Where(p => p.CaseRef!.StartsWith(reference)
                || db.Households.Any(h => h.Id == p.HouseholdId && h.Reference!.StartsWith(reference)));
        }
        else
        {
            foreach (var word in folded.Split(' ').Take(MostWords))
                people = people.Where(p => p.SearchName.Contains(word));
        }

        return people.Select(p => p.MergedIntoId ?? p.Id);
    }

    [GeneratedRegex(@"(?<!\d)\d{6}[\s.–-]{0,3}\d{4}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenDigits();
}
