namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>
/// Puts people into blocks that share something, and weighs the pairs in each block. No pair outside a block is looked at, so that
/// twenty thousand people take a fraction of a second. Pure.
/// </summary>
internal static class WeighDuplicates
{
    /// <summary>Pairs below this are not shown.</summary>
    public const int LeastWeight = 50;

    /// <summary>A block this large says that many share a thing, not that they are one: a common name without birth date, a house's phone.</summary>
    public const int LargestBlock = 40;

    private const int MoreForEachFurtherReason = 5;
    private const int LessForOtherSex = 25;
    private const int Most = 100;

    private static readonly Dictionary<DuplicateReason, int> Weights = new()
    {
        [DuplicateReason.SameCpr] = 95,
        [DuplicateReason.SameNameAndBirthDate] = 90,
        [DuplicateReason.SimilarNameAndBirthDate] = 75,
        [DuplicateReason.SameCaseReferenceStem] = 70,
        [DuplicateReason.SameNameAndBirthYear] = 60,
        [DuplicateReason.SimilarNameAndBirthYear] = 50,
        [DuplicateReason.SameNameUnknownBirth] = 50,
        [DuplicateReason.SamePhone] = 20,
        [DuplicateReason.SameEmail] = 45,
    };

    /// <param name="people">All that are compared.</param>
    /// <param name="sameCpr">Pairs that have or had the same CPR number.</param>
    public static IReadOnlyList<DuplicatePair> Run(IReadOnlyList<ComparedPerson> people, IEnumerable<(Guid One, Guid Other)> sameCpr)
    {
        var pairs = new Dictionary<(Guid, Guid), List<DuplicateReason>>();
        void Add(Guid a, Guid b, DuplicateReason reason)
        {
            var key = DuplicatePair.Key(a, b);
            if (!pairs.TryGetValue(key, out var reasons))
                pairs[key] = reasons = [];
            if (!reasons.Contains(reason))
                reasons.Add(reason);
        }

        foreach (var (one, other) in sameCpr)
            Add(one, other, DuplicateReason.SameCpr);
        Block(people, p => p.SearchName.Length == 0 ? null : p.SearchName, (a, b) => OfName(a, b, isSame: true), Add);
        Block(people, p => NameSkeleton.Of(p.GivenName, p.FamilyName) is { } bones && p.Year is { } year ? $"{year} {bones}" : null, (a, b) => OfName(a, b, isSame: false), Add);
        Block(people, p => p.CaseStem, (_, _) => DuplicateReason.SameCaseReferenceStem, Add);
        Block(people, p => Digits(p.Phone), (_, _) => DuplicateReason.SamePhone, Add);
        Block(people, p => p.Email?.Trim().ToLowerInvariant(), (_, _) => DuplicateReason.SameEmail, Add);

        var byId = people.ToDictionary(p => p.Id);
        return [.. pairs.Where(p => byId.ContainsKey(p.Key.Item1) && byId.ContainsKey(p.Key.Item2))
            .Select(p => new DuplicatePair(p.Key.Item1, p.Key.Item2, [.. p.Value.Order()], Weight(byId[p.Key.Item1], byId[p.Key.Item2], p.Value)))
            .Where(p => p.Weight >= LeastWeight)
            .OrderByDescending(p => p.Weight).ThenBy(p => p.OneId).ThenBy(p => p.OtherId)];
    }

    internal static int Weight(ComparedPerson one, ComparedPerson other, IReadOnlyCollection<DuplicateReason> reasons)
    {
        var against = one.Sex != other.Sex && one.Sex != Sex.Unknown && other.Sex != Sex.Unknown ? LessForOtherSex : 0;
        return Math.Clamp(reasons.Max(r => Weights[r]) + (reasons.Count - 1) * MoreForEachFurtherReason, 0, Most) - against;
    }

    private static DuplicateReason? OfName(ComparedPerson a, ComparedPerson b, bool isSame)
    {
        if (!isSame && a.SearchName == b.SearchName)
            return null;
        if (a.BirthDate is not null && b.BirthDate is not null)
        {
            // The first of January is given to those whose day is not known: it agrees with every day of its year.
            var agrees = a.BirthDate == b.BirthDate;
            var mayAgree = a.Year == b.Year && (IsGiven(a.BirthDate.Value) || IsGiven(b.BirthDate.Value));
            return agrees ? isSame ? DuplicateReason.SameNameAndBirthDate : DuplicateReason.SimilarNameAndBirthDate
                : mayAgree ? isSame ? DuplicateReason.SameNameAndBirthYear : DuplicateReason.SimilarNameAndBirthYear : null;
        }

        if (a.Year is null || b.Year is null)
            return isSame ? DuplicateReason.SameNameUnknownBirth : null;
        return a.Year != b.Year ? null : isSame ? DuplicateReason.SameNameAndBirthYear : DuplicateReason.SimilarNameAndBirthYear;
    }

    private static bool IsGiven(DateOnly date) => date is { Day: 1, Month: 1 };

    private static string? Digits(string? phone) => phone is null ? null : string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= 8 } digits ? digits[^8..] : null;

    private static void Block(
        IReadOnlyList<ComparedPerson> people, Func<ComparedPerson, string?> key, Func<ComparedPerson, ComparedPerson, DuplicateReason?> reason,
        Action<Guid, Guid, DuplicateReason> add)
    {
        foreach (var block in people.Select(p => (Key: key(p), Person: p)).Where(p => !string.IsNullOrEmpty(p.Key)).GroupBy(p => p.Key, p => p.Person, StringComparer.Ordinal))
        {
            var members = block.ToList();
            if (members.Count is < 2 or > LargestBlock)
                continue;
            for (var i = 0; i < members.Count; i++)
                for (var j = i + 1; j < members.Count; j++)
                    if (reason(members[i], members[j]) is { } why)
                        add(members[i].Id, members[j].Id, why);
        }
    }
}
