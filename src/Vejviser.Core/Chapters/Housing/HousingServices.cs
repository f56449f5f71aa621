using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Core.Chapters.Housing;

public static class HousingServices
{
    /// <summary>Homes, the allocation meeting, nominations, and enquiries from estates.</summary>
    public static IServiceCollection AddHousing(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(PinPlacement), typeof(DecideAllocation), typeof(ClaimHome), typeof(LetMixedHome), typeof(ReportCase), typeof(WorkOnMoveIn) })
            services.AddScoped(useCase);
        return services.AddSingleton<AllocationSolving>().AddSingleton<CountMissing>().AddSingleton<IOwedAnswers, OwedCases>();
    }
}
