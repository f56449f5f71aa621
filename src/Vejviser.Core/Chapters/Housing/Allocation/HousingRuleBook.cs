using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>The policy of permanent housing as rules (Odense, the catalogue's page 22): what is demanded, and what is weighed.</summary>
public static class HousingRuleBook
{
    public static RuleBook<SeekerFacts, HomeFacts> Of(HousingPolicy policy) => new(
        [
            new NotInListedArea(), new WithinMeans(), new RoomsEnough(), new RoomsNotWasted(policy.SpareRoomsMost), new AccessWhereNeeded(), new YouthHomesToTheYoung(), new FreeInTime(policy.MostDaysAhead),
        ],
        [
            new NeighboursInWork(policy.WorkWeight), new NearSchool(policy.SchoolWeight), new NearTransport(policy.TransportWeight), new AmongStudents(policy.YouthWeight), new NoSpareRoom(policy.SpareRoomWeight),
        ]);
}
