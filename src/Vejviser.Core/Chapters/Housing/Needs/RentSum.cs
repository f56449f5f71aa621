using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>A line of the sum: what it is, how many times, what each is, kroner a month. What is taken off is negative.</summary>
/// <param name="Code"><c>income</c>, <c>benefit</c>, <c>child-benefit</c>, <c>housing-benefit</c>, <c>kept-adult</c> or <c>kept-child</c>; its words stand under <c>housing.sum</c>.</param>
public sealed record RentSumLine(string Code, int Times, int Each)
{
    public int Kroner => Times * Each;
}

/// <summary>What a household can pay for rent and use a month, as a sum that can be followed line by line.</summary>
/// <param name="Ground">The law the benefits are read from; null where the household's own income is written.</param>
public sealed record RentSum(IReadOnlyList<RentSumLine> Lines, LegalGround? Ground)
{
    /// <summary>Never less than nothing.</summary>
    public int MostRent => Math.Max(0, Lines.Sum(l => l.Kroner));

    public static RentSum Of(int adults, int children, int? income, int housingBenefit, HousingEconomy? economy, HousingPolicy policy)
    {
        var lines = new List<RentSumLine>();
        if (income is { } written)
        {
            lines.Add(new("income", 1, written));
        }
        else if (economy is not null)
        {
            lines.Add(new("benefit", adults, economy.PerAdult(adults, children)));
            if (children > 0)
                lines.Add(new("child-benefit", children, economy.Child));
        }

        if (housingBenefit > 0)
            lines.Add(new("housing-benefit", 1, housingBenefit));
        lines.Add(new("kept-adult", adults, -policy.KeptPerAdult));
        if (children > 0)
            lines.Add(new("kept-child", children, -policy.KeptPerChild));
        return new RentSum(lines, income is null ? economy?.Ground : null);
    }
}
