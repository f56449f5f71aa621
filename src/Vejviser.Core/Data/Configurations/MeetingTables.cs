using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class MeetingTables :
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<MeetingParticipant>, IEntityTypeConfiguration<MeetingSlot>, IEntityTypeConfiguration<Room>,
    IEntityTypeConfiguration<AgendaPoint>, IEntityTypeConfiguration<MeetingDecision>, IEntityTypeConfiguration<CoordinationPoint>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.StartsAt);
        builder.HasIndex(m => new { m.RoomId, m.StartsAt });
        builder.HasIndex(m => m.HouseholdId);
        builder.HasIndex(m => m.PersonId);
        builder.HasIndex(m => m.PlanId).HasFilter("plan_id IS NOT NULL");
        builder.HasIndex(m => m.Day);
        builder.HasIndex(m => m.SeriesId).HasFilter("series_id IS NOT NULL");
        // What the product books by itself is booked once, however many nodes look at once.
        builder.HasIndex(m => m.KeptKey).IsUnique().HasFilter("kept_key IS NOT NULL");
        builder.HasIndex(m => new { m.Practice, m.Day }).HasFilter("practice IS NOT NULL");
        builder.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId);
        builder.HasOne<Household>().WithMany().HasForeignKey(m => m.HouseholdId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(m => m.PlanId);
    }

    public void Configure(EntityTypeBuilder<MeetingParticipant> builder)
    {
        builder.HasIndex(p => p.MeetingId);
        builder.HasIndex(p => new { p.AccountId, p.MeetingId }).IsUnique();
        builder.HasIndex(p => new { p.PersonId, p.MeetingId }).IsUnique();
        builder.HasIndex(p => new { p.PartnerId, p.MeetingId }).IsUnique();
        builder.HasIndex(p => new { p.UnitId, p.MeetingId }).IsUnique().HasFilter("unit_id IS NOT NULL");
        builder.HasIndex(p => p.PlanId).HasFilter("plan_id IS NOT NULL");
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(p => p.PartnerId);
    }

    public void Configure(EntityTypeBuilder<MeetingSlot> builder)
    {
        // Nobody and no room is booked twice.
        builder.HasKey(s => new { s.SubjectId, s.Quarter });
        builder.HasIndex(s => s.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId);
    }

    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.HasIndex(r => r.Name).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
    }

    public void Configure(EntityTypeBuilder<AgendaPoint> builder)
    {
        builder.HasIndex(p => p.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
    }

    public void Configure(EntityTypeBuilder<CoordinationPoint> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Practice).HasFilter("answered_at IS NULL");
        builder.HasIndex(p => p.PlanId);
        builder.HasIndex(p => p.MeetingId).HasFilter("meeting_id IS NOT NULL");
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
    }

    public void Configure(EntityTypeBuilder<MeetingDecision> builder)
    {
        builder.HasIndex(d => d.MeetingId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId);
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(d => d.TaskId);
    }
}
