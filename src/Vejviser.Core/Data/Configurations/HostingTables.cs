using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class HostingTables :
    IEntityTypeConfiguration<PrivateHost>, IEntityTypeConfiguration<HostMatch>, IEntityTypeConfiguration<HostLease>, IEntityTypeConfiguration<HostAccess>, IEntityTypeConfiguration<HostingWish>
{
    public void Configure(EntityTypeBuilder<PrivateHost> builder)
    {
        builder.Ignore(h => h.Languages);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.State);
        builder.HasIndex(h => h.ReceivedAt);
        builder.HasIndex(h => h.DwellingId).IsUnique();
        builder.HasOne<Dwelling>().WithMany().HasForeignKey(h => h.DwellingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(h => h.VisitMeetingId);
    }

    public void Configure(EntityTypeBuilder<HostMatch> builder)
    {
        builder.Ignore(m => m.Step).Ignore(m => m.HostMayKnowWho);
        builder.Property(m => m.Version).IsConcurrencyToken();
        // One open match each: whoever comes second gets a unique violation.
        builder.HasIndex(m => m.StandingHostId).IsUnique();
        builder.HasIndex(m => m.StandingHouseholdId).IsUnique();
        builder.HasIndex(m => m.HostId);
        builder.HasIndex(m => m.HouseholdId);
        builder.HasOne<PrivateHost>().WithMany().HasForeignKey(m => m.HostId);
        builder.HasOne<Household>().WithMany().HasForeignKey(m => m.HouseholdId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(m => m.PlanId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(m => m.MeetingId);
        builder.HasOne<Lease>().WithMany().HasForeignKey(m => m.LeaseId);
    }

    public void Configure(EntityTypeBuilder<HostLease> builder)
    {
        builder.HasIndex(l => l.HostId);
        builder.HasOne<PrivateHost>().WithMany().HasForeignKey(l => l.HostId);
    }

    public void Configure(EntityTypeBuilder<HostAccess> builder)
    {
        builder.HasIndex(a => a.LinkHash).IsUnique();
        // One in force at a time.
        builder.HasIndex(a => a.HostId).IsUnique().HasFilter("revoked_at IS NULL");
        builder.HasOne<PrivateHost>().WithMany().HasForeignKey(a => a.HostId);
    }

    public void Configure(EntityTypeBuilder<HostingWish> builder)
    {
        builder.HasKey(w => w.HouseholdId);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasOne<Household>().WithMany().HasForeignKey(w => w.HouseholdId);
        builder.HasOne<HousingArea>().WithMany().HasForeignKey(w => w.AreaId);
    }
}
