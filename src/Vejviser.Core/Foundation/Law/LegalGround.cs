namespace Vejviser.Core.Foundation.Law;

/// <summary>A word or sentence of the law data in the product's two full languages.</summary>
public sealed record LawText(string Da, string En)
{
    /// <summary>Danish for any Danish culture name, else English.</summary>
    public string In(string language) => language.StartsWith("da", StringComparison.OrdinalIgnoreCase) ? Da : En;
}

/// <summary>Which law an answer rests on, and how surely it has been read.</summary>
/// <param name="Rule">The rule's id in <c>law/</c>.</param>
/// <param name="Period">The legal period of the day asked about, <c>A</c> to <c>G</c>; see <c>law/periods.yaml</c>.</param>
/// <param name="Source">Act, section or page in words, in Danish as the law is cited.</param>
/// <param name="From">First day the rule is known to hold so; null where open.</param>
/// <param name="To">Last day; null where open.</param>
/// <param name="Checked">How the fact was checked: <c>S</c> source read, <c>S-part</c> read in part, <c>M</c> general knowledge, <c>not found</c>.</param>
/// <param name="Unverified">True where a person must check before relying on it: the product says so beside the answer.</param>
/// <param name="Notes">What a reader must know beside the rule.</param>
public sealed record LegalGround(
    string Rule, string Period, string Source, DateOnly? From, DateOnly? To, string Checked, bool Unverified, IReadOnlyList<LawText> Notes);
