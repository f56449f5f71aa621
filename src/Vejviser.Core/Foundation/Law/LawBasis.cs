using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Law;

/// <summary>The residence bases that the law tells apart.</summary>
public enum LawBasis
{
    /// <summary>Udlændingeloven § 7.</summary>
    Asylum = 1,

    /// <summary>Resettled by quota, udlændingeloven § 8.</summary>
    Quota,

    /// <summary>Reunified with family, udlændingeloven § 9.</summary>
    Family,

    /// <summary>The act on displaced persons from Ukraine, act 324 of 2022.</summary>
    Ukraine,
}

/// <summary>The words of <see cref="LawBasis"/> in law files and on the command line, and what each residence basis is to the law.</summary>
public static class LawBases
{
    public static IReadOnlyDictionary<string, LawBasis> ByWord { get; } =
        Enum.GetValues<LawBasis>().ToDictionary(b => b.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Null for <see cref="ResidenceBasis.Unknown"/>: the law cannot answer before a person has said which.</summary>
    public static LawBasis? Of(ResidenceBasis basis) => basis switch
    {
        ResidenceBasis.Asylum71 or ResidenceBasis.Asylum72 or ResidenceBasis.Asylum73 => LawBasis.Asylum,
        ResidenceBasis.Quota8 => LawBasis.Quota,
        ResidenceBasis.FamilyReunified => LawBasis.Family,
        ResidenceBasis.UkraineAct => LawBasis.Ukraine,
        _ => null,
    };
}
