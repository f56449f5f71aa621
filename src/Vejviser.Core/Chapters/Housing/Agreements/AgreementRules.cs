using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Chapters.Housing.Agreements;

/// <summary>The figures of the practice <c>housing-framework-agreement</c> as the municipality has set them: what a new agreement begins with.</summary>
public sealed record AgreementRules(int Months, int ExtraHomes, int ExtraMonths, int QuarterPercent, int ActivityKroner, int HotlineHours)
{
    public const string Practice = "housing-framework-agreement";

    public static async Task<AgreementRules> LoadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var d = (await practices.InUseAsync(db, Practice, cancel))!;
        return new AgreementRules(
            d.LimitOf("agreement-months"), d.LimitOf("extra-homes"), d.LimitOf("extra-homes-months"), d.LimitOf("nomination-percent-of-vacant"), d.LimitOf("activity-kroner"), d.LimitOf("hotline-answer-hours"));
    }
}
