using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class FoundationTables :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>,
    IEntityTypeConfiguration<Municipality>, IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<UnitMember>,
    IEntityTypeConfiguration<ClosingDay>, IEntityTypeConfiguration<PracticeRole>, IEntityTypeConfiguration<PartnerAgreement>, IEntityTypeConfiguration<Role>,
    IEntityTypeConfiguration<RolePermission>, IEntityTypeConfiguration<RoleAssignment>, IEntityTypeConfiguration<HouseholdAccess>,
    IEntityTypeConfiguration<BreakGlass>, IEntityTypeConfiguration<CalendarFeed>,
    IEntityTypeConfiguration<ExternalRole>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasIndex(a => a.ExternalSubject).IsUnique();
        builder.HasOne<JobFunction>().WithMany().HasForeignKey(a => a.JobFunctionId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(a => a.PartnerId);
    }

    /// <summary>The framework leaves passkeys out unless its options ask for them at run time; the schema is ours to say.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("account_passkey");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.HasIndex(e => new { e.PersonId, e.Seq });
        builder.HasIndex(e => new { e.HouseholdId, e.Seq });
        // Whom somebody opened lately; written as the database is asked.
        builder.HasIndex(e => new { e.ActorId, e.Seq }).HasDatabaseName("ix_audit_entry_opened").HasFilter("entity = 'person' AND action LIKE '%.read'");
        // What was changed for a household, among all that was only looked at.
        builder.HasIndex(e => new { e.HouseholdId, e.Seq }, "changes").HasDatabaseName("ix_audit_entry_changes")
            .HasFilter("action NOT LIKE '%.read' AND action NOT LIKE '%.show-cpr' AND action NOT LIKE '%.search-cpr' AND action NOT LIKE '%.export' AND action NOT LIKE '%.print'");
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder) => builder.Property(h => h.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Municipality> builder) => builder.Property(m => m.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<Unit> builder) => builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId);

    public void Configure(EntityTypeBuilder<UnitMember> builder)
    {
        builder.HasKey(m => new { m.UnitId, m.AccountId });
        builder.HasIndex(m => m.AccountId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }

    public void Configure(EntityTypeBuilder<ClosingDay> builder) => builder.HasKey(d => d.Date);

    public void Configure(EntityTypeBuilder<PartnerAgreement> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Practice, a.Partner }).IsUnique();
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(a => a.PartnerId);
    }

    public void Configure(EntityTypeBuilder<PracticeRole> builder)
    {
        builder.HasKey(r => new { r.Practice, r.Role });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
    }

    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.HasIndex(r => r.Name).IsUnique();
        builder.HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.RoleId);
    }

    public void Configure(EntityTypeBuilder<RolePermission> builder) => builder.HasKey(p => new { p.RoleId, p.Permission });

    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.HasIndex(a => a.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        builder.HasOne<Role>().WithMany().HasForeignKey(a => a.RoleId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId);
    }

    public void Configure(EntityTypeBuilder<ExternalRole> builder) => builder.HasOne<Role>().WithMany().HasForeignKey(r => r.RoleId);

    public void Configure(EntityTypeBuilder<HouseholdAccess> builder)
    {
        builder.HasIndex(a => new { a.HouseholdId, a.UnitId, a.AccountId, a.Why }).IsUnique();
        // Need-to-know is asked of every household on a list: the index alone answers.
        builder.HasIndex(a => new { a.AccountId, a.HouseholdId });
        builder.HasIndex(a => new { a.UnitId, a.HouseholdId });
        builder.HasOne<Household>().WithMany().HasForeignKey(a => a.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<BreakGlass> builder)
    {
        builder.HasIndex(b => new { b.AccountId, b.HouseholdId });
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId);
        builder.HasOne<Household>().WithMany().HasForeignKey(b => b.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder.HasIndex(f => f.AccountId);
    }

}
