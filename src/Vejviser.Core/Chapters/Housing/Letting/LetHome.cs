using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>Names a household as tenant of a home: the line of the ledger and the lease that holds the home, added together and saved by who asks.</summary>
internal static class LetHome
{
    /// <summary>Saving it fails on the key of the lease where the home is held, and on that of the nomination where the household has one that stands.</summary>
    public static Nomination Add(VejviserDb db, Dwelling home, Guid associationId, Guid household, NominationRight right, DateOnly day, DateTime at, Guid? meeting)
    {
        var lease = new Lease
        {
            DwellingId = home.Id, Tenant = TenantKind.Household, HouseholdId = household, From = home.AvailableFrom > day ? home.AvailableFrom : day, Rent = home.Rent, Use = home.Use, MadeAt = at,
        }.Held();
        var nomination = new Nomination
        {
            HouseholdId = household, DwellingId = home.Id, AssociationId = associationId, LeaseId = lease.Id, Right = right, State = NominationState.Made, MeetingId = meeting, MadeOn = day, StandingHouseholdId = household,
        };
        db.AddRange(lease, nomination);
        return nomination;
    }
}
