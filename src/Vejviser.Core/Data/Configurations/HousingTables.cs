using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class HousingTables :
    IEntityTypeConfiguration<HousingArea>, IEntityTypeConfiguration<Estate>, IEntityTypeConfiguration<AssociationYear>, IEntityTypeConfiguration<Dwelling>,
    IEntityTypeConfiguration<HousingNeed>, IEntityTypeConfiguration<Lease>, IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<HousingArea> builder) => builder.HasIndex(a => a.Name).IsUnique();

    public void Configure(EntityTypeBuilder<Estate> builder)
    {
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.AssociationId, e.Name }).IsUnique();
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(e => e.AssociationId);
        builder.HasOne<HousingArea>().WithMany().HasForeignKey(e => e.AreaId);
    }

    public void Configure(EntityTypeBuilder<AssociationYear> builder)
    {
        builder.HasKey(y => new { y.AssociationId, y.Year });
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(y => y.AssociationId);
    }

    public void Configure(EntityTypeBuilder<Dwelling> builder)
    {
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.Address).IsUnique();
        builder.HasIndex(d => new { d.IsWithdrawn, d.Kind, d.AvailableFrom });
        builder.HasOne<Estate>().WithMany().HasForeignKey(d => d.EstateId);
        builder.HasOne<HousingArea>().WithMany().HasForeignKey(d => d.AreaId);
    }

    public void Configure(EntityTypeBuilder<HousingNeed> builder)
    {
        builder.HasKey(n => n.HouseholdId);
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => n.WaitingSince).HasFilter("is_waiting");
        builder.HasOne<Household>().WithMany().HasForeignKey(n => n.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.Property(l => l.Version).IsConcurrencyToken();
        // One at a time: whoever comes second gets a unique violation. Both databases take any number of rows without a value.
        builder.HasIndex(l => l.HeldDwellingId).IsUnique();
        builder.HasIndex(l => l.DwellingId);
        builder.HasIndex(l => l.HouseholdId);
        builder.HasOne<Dwelling>().WithMany().HasForeignKey(l => l.DwellingId);
        builder.HasOne<Household>().WithMany().HasForeignKey(l => l.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => n.StandingHouseholdId).IsUnique();
        builder.HasIndex(n => new { n.AssociationId, n.MadeOn });
        builder.HasOne<Household>().WithMany().HasForeignKey(n => n.HouseholdId);
        builder.HasOne<Dwelling>().WithMany().HasForeignKey(n => n.DwellingId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(n => n.AssociationId);
        builder.HasOne<Lease>().WithMany().HasForeignKey(n => n.LeaseId);
    }
}

internal sealed class AllocationTables :
    IEntityTypeConfiguration<AllocationMeeting>, IEntityTypeConfiguration<AllocationPin>, IEntityTypeConfiguration<AllocationPlacement>, IEntityTypeConfiguration<HousingPolicy>
{
    public void Configure(EntityTypeBuilder<AllocationMeeting> builder)
    {
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Day).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AllocationPin> builder)
    {
        builder.HasKey(p => new { p.MeetingId, p.HouseholdId });
        builder.HasOne<AllocationMeeting>().WithMany().HasForeignKey(p => p.MeetingId);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId);
        builder.HasOne<Dwelling>().WithMany().HasForeignKey(p => p.DwellingId);
    }

    public void Configure(EntityTypeBuilder<AllocationPlacement> builder)
    {
        builder.HasKey(p => new { p.MeetingId, p.HouseholdId });
        builder.HasOne<AllocationMeeting>().WithMany().HasForeignKey(p => p.MeetingId);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<HousingPolicy> builder)
    {
        builder.HasKey(p => p.Number);
        builder.Property(p => p.Number).ValueGeneratedNever();
    }
}

internal sealed class AgreementTables :
    IEntityTypeConfiguration<HousingAgreement>, IEntityTypeConfiguration<AgreementAssociation>, IEntityTypeConfiguration<AgreementMilestone>, IEntityTypeConfiguration<HousingCase>
{
    public void Configure(EntityTypeBuilder<HousingAgreement> builder) => builder.Property(a => a.Version).IsConcurrencyToken();

    public void Configure(EntityTypeBuilder<AgreementAssociation> builder)
    {
        builder.HasKey(a => new { a.AgreementId, a.AssociationId });
        builder.HasOne<HousingAgreement>().WithMany().HasForeignKey(a => a.AgreementId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(a => a.AssociationId);
    }

    public void Configure(EntityTypeBuilder<AgreementMilestone> builder)
    {
        builder.HasIndex(m => m.AgreementId);
        builder.HasOne<HousingAgreement>().WithMany().HasForeignKey(m => m.AgreementId);
    }

    public void Configure(EntityTypeBuilder<HousingCase> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.EstateId, c.ReportedAt });
        builder.HasOne<Estate>().WithMany().HasForeignKey(c => c.EstateId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.MunicipalOwnerId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AssociationOwnerId);
    }
}
