using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Insight.Outcomes;

namespace Vejviser.Core.Data.Configurations;

internal sealed class PracticeTables :
    IEntityTypeConfiguration<PracticeVersion>, IEntityTypeConfiguration<PracticeSetupTick>, IEntityTypeConfiguration<OwnPractice>, IEntityTypeConfiguration<Offer>,
    IEntityTypeConfiguration<MeasureResult>
{
    public void Configure(EntityTypeBuilder<PracticeVersion> builder) => builder.HasIndex(v => new { v.Practice, v.Number }).IsUnique();

    public void Configure(EntityTypeBuilder<PracticeSetupTick> builder) => builder.HasKey(t => new { t.Practice, t.Item });

    public void Configure(EntityTypeBuilder<OwnPractice> builder) => builder.HasIndex(p => new { p.Practice, p.Version }).IsUnique();

    public void Configure(EntityTypeBuilder<MeasureResult> builder) => builder.HasKey(r => new { r.Practice, r.Measure });

    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.Property(o => o.Version).IsConcurrencyToken();
        // One open offer at a time: for a household, and for each person.
        builder.HasIndex(o => new { o.HouseholdId, o.Practice }).IsUnique().HasFilter("answer = 0 AND person_id IS NULL");
        builder.HasIndex(o => new { o.PersonId, o.Practice }).IsUnique().HasFilter("answer = 0 AND person_id IS NOT NULL");
        builder.HasIndex(o => new { o.Practice, o.PersonId }).HasDatabaseName("ix_offer_by_practice_and_person");
        builder.HasIndex(o => new { o.Practice, o.HouseholdId }).HasDatabaseName("ix_offer_by_practice_and_household");
        builder.HasIndex(o => o.HouseholdId).HasDatabaseName("ix_offer_of_household");
        builder.HasIndex(o => o.PersonId).HasDatabaseName("ix_offer_of_person");
        builder.HasIndex(o => o.RemindOn).HasFilter("remind_on IS NOT NULL");
        // Who is to be asked first, of some who made the offers and of some households.
        builder.HasIndex(o => new { o.OfferedBy, o.RemindOn, o.OfferedOn, o.Id }).HasDatabaseName("ix_offer_open_by").HasFilter(OfferList.OpenSql);
        builder.HasIndex(o => new { o.HouseholdId, o.RemindOn, o.OfferedOn, o.OfferedBy, o.Id }).HasDatabaseName("ix_offer_open_of_household").HasFilter(OfferList.OpenSql);
        builder.HasOne<Household>().WithMany().HasForeignKey(o => o.HouseholdId);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId);
        builder.HasOne<Account>().WithMany().HasForeignKey(o => o.OfferedBy);
    }
}
