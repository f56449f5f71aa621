using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class PlanTables :
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanAnchor>,
    IEntityTypeConfiguration<PlanTask>, IEntityTypeConfiguration<PlanTaskBlock>, IEntityTypeConfiguration<TaskTick>,
    IEntityTypeConfiguration<TaskComment>, IEntityTypeConfiguration<TaskEvidence>, IEntityTypeConfiguration<PlanOutcome>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        // One at a time: for a household, and for each person.
        builder.HasIndex(p => new { p.HouseholdId, p.Practice }).IsUnique().HasFilter("ended_at IS NULL AND person_id IS NULL");
        builder.HasIndex(p => new { p.PersonId, p.Practice }).IsUnique().HasFilter("ended_at IS NULL AND person_id IS NOT NULL");
        // Who is, or was, in a practice: the conditions of an offer ask it of every person.
        // Which plans run for hundreds of households and by which version is answered without reading them.
        builder.HasIndex(p => new { p.HouseholdId, p.Practice, p.State, p.PracticeVersionId, p.Id }).HasDatabaseName("ix_plan_of_household");
        builder.HasIndex(p => new { p.PersonId, p.Practice, p.State }).HasDatabaseName("ix_plan_of_person");
        // The people of a practice, newest first; many began on one day.
        builder.HasIndex(p => new { p.Practice, p.State, p.StartedAt, p.Id });
        builder.HasIndex(p => new { p.Practice, p.Seat }).IsUnique().HasFilter("ended_at IS NULL AND seat IS NOT NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasIndex(p => p.PracticeVersionId);
        builder.HasOne<PracticeVersion>().WithMany().HasForeignKey(p => p.PracticeVersionId);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId);
        builder.HasMany(p => p.Anchors).WithOne().HasForeignKey(a => a.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanAnchor> builder)
    {
        builder.HasKey(a => new { a.PlanId, a.Name });
        // The key with its date: whether a plan's anchor stands on a day is asked of hundreds of plans at once.
        builder.HasIndex(a => new { a.PlanId, a.Name, a.Date });
    }

    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => new { t.PlanId, t.Phase });
        builder.HasIndex(t => t.HouseholdId);
        builder.HasIndex(t => t.PersonId);
        // The lists ask for what is open: a partial index holds a few tasks in a hundred once the years go by.
        builder.HasIndex(t => new { t.OwnerAccountId, t.Due }).HasFilter("state = 0");
        builder.HasIndex(t => new { t.OwnerUnitId, t.Due }).HasFilter("state = 0");
        builder.HasIndex(t => t.Due).HasFilter("state = 0");
        builder.HasIndex(t => new { t.ClosedBy, t.ClosedAt });
        // The managers' trend asks for what was closed lately, of everybody.
        builder.HasIndex(t => t.ClosedAt).HasFilter("state <> 0");
        builder.HasOne<Plan>().WithMany().HasForeignKey(t => t.PlanId);
        builder.HasOne<Household>().WithMany().HasForeignKey(t => t.HouseholdId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => t.OwnerUnitId);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.OwnerAccountId);
        builder.HasMany(t => t.Blocks).WithOne().HasForeignKey(b => b.TaskId);
    }

    public void Configure(EntityTypeBuilder<PlanTaskBlock> builder)
    {
        builder.HasKey(b => new { b.TaskId, b.Goal });
        builder.HasIndex(b => b.Goal);
    }

    public void Configure(EntityTypeBuilder<TaskTick> builder)
    {
        builder.HasKey(t => new { t.TaskId, t.Item });
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(t => t.TaskId);
    }

    public void Configure(EntityTypeBuilder<TaskComment> builder)
    {
        builder.HasIndex(c => c.TaskId);
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(c => c.TaskId);
    }

    public void Configure(EntityTypeBuilder<TaskEvidence> builder)
    {
        builder.HasIndex(e => e.TaskId);
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(e => e.TaskId);
    }

    public void Configure(EntityTypeBuilder<PlanOutcome> builder)
    {
        builder.HasKey(o => new { o.PlanId, o.Outcome });
        builder.HasOne<Plan>().WithMany().HasForeignKey(o => o.PlanId);
    }
}
