using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Hosts;

/// <summary>The product's tables by a context as most are written: no rule about saving, no hand-written SQL.</summary>
internal sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Type[] tables = [typeof(Account), typeof(Role), typeof(RolePermission), typeof(RoleAssignment), typeof(Unit), typeof(UnitMember), typeof(Household), typeof(Person), typeof(PracticeVersion), typeof(Plan), typeof(PlanAnchor), typeof(PlanTask), typeof(PlanTaskBlock)];
        foreach (var type in tables)
            modelBuilder.Entity(type).ToTable(type == typeof(Role) ? "access_role" : JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));
        modelBuilder.Entity<RolePermission>().HasKey(p => new { p.RoleId, p.Permission });
        modelBuilder.Entity<UnitMember>().HasKey(m => new { m.UnitId, m.AccountId });
        modelBuilder.Entity<PlanAnchor>().HasKey(a => new { a.PlanId, a.Name });
        modelBuilder.Entity<PlanTaskBlock>().HasKey(b => new { b.TaskId, b.Goal });
        modelBuilder.Entity<PlanTask>().HasMany(t => t.Blocks).WithOne().HasForeignKey(b => b.TaskId);
        modelBuilder.Entity<PeerAudit>().ToTable("peer_audit");
    }
}

/// <summary>A row of the peers' audit.</summary>
internal sealed class PeerAudit
{
    public long Id { get; init; }

    public DateTime At { get; init; }

    public Guid? ActorId { get; init; }

    public required string Action { get; init; }

    public Guid? PersonId { get; init; }

    public Guid? HouseholdId { get; init; }

    public string? Entity { get; init; }

    public string? Details { get; init; }
}
