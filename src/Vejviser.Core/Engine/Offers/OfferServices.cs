using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Offers;

public static class OfferServices
{
    /// <summary>Offering practices, beside the plan engine's own; a yes enrols.</summary>
    public static IServiceCollection AddOffers(this IServiceCollection services)
    {
        foreach (var useCase in new[] { typeof(OfferPractice), typeof(OfferToMany), typeof(AnswerOffer), typeof(UndoAnswer), typeof(WithdrawOffer), typeof(AnswerQuestion) })
            services.AddScoped(useCase);
        services.AddScoped<Enrol>(s => EnrolBy(s.GetRequiredService<EnrolInPractice>()));
        foreach (var part in Parts)
            services.AddSingleton(part);
        return services.AddScoped<IPlanEffect, OfferNext>();
    }

    /// <summary>What a merge of two people moves beside the plans' own.</summary>
    public static IReadOnlyList<IPersonPart> Parts { get; } = [new PlansOfPerson(), new OffersOfPerson(), new AnswersOfPerson()];

    /// <summary>A yes takes part by the plans' own rules.</summary>
    public static Enrol EnrolBy(EnrolInPractice enrol) => async (wanted, audit, cancel) =>
    {
        var input = new EnrolInput(wanted.Practice, wanted.HouseholdId, wanted.PersonId, PlanSource.Offer, wanted.OfferId, wanted.Despite);
        if (wanted.Start is { } start)
            input = input with { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = start } };
        var enrolled = await enrol.RunAsync(input, audit, cancel);
        return enrolled.IsSuccess ? (Result<Guid>)enrolled.Value.PlanId : enrolled.Failure;
    };
}
