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
        var people = Fitting(db, db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => p.MergedIntoId == null), folded, text.Trim().ToUpperInvariant());
        // One reading of all names gives the number and the order; only those on the page are read in full.
        var ids = await people.OrderBy(p => p.SearchName.StartsWith(folded) ? 0 : p.SearchName.Contains(" " + folded) ? 1 : 2)
            .ThenBy(p => p.SearchName).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (ids.Count + PageSize - 1) / PageSize));
        var shown = ids.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var found = await db.People.AsNoTracking().Where(p => shown.Contains(p.Id)).AsFound(db).ToDictionaryAsync(p => p.Id, cancel);
        return new PeopleFound([.. shown.Where(found.ContainsKey).Select(id => found[id])], ids.Count, page);
    }

    private static IQueryable<Person> Fitting(VejviserDb db, IQueryable<Person> people, string folded, string reference)
    {
        if (reference.Any(char.IsAsciiDigit))
        {
            var merged = db.People.Where(m => m.MergedIntoId != null && (m.CaseRef!.StartsWith(reference)
                || db.Households.Any(h => h.Id == m.HouseholdId && h.Reference!.StartsWith(reference)))).Select(m => m.MergedIntoId!.Value);
            return people.Where(p => p.CaseRef!.StartsWith(reference)
                || db.Households.Any(h => h.Id == p.HouseholdId && h.Reference!.StartsWith(reference)) || merged.Contains(p.Id));
        }

        var words = folded.Split(' ').Take(MostWords).ToList();
        var before = words.Aggregate(db.People.Where(m => m.MergedIntoId != null), (some, word) => some.Where(m => m.SearchName.Contains(word))).Select(m => m.MergedIntoId!.Value);
        // All words in the name now, or all in one it had: each word may be excused by the latter.
        return words.Aggregate(people, (some, word) => some.Where(p => p.SearchName.Contains(word) || before.Contains(p.Id)));
    }

    [GeneratedRegex(@"(?<!\d)\d{6}[\s.–-]{0,3}\d{4}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TenDigits();
}
