using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class PeopleTables :
    IEntityTypeConfiguration<Household>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PersonCpr>,
    IEntityTypeConfiguration<PersonLanguage>, IEntityTypeConfiguration<Relation>, IEntityTypeConfiguration<Consent>,
    IEntityTypeConfiguration<NotDuplicate>, IEntityTypeConfiguration<PersonMerge>, IEntityTypeConfiguration<AllocationUpload>,
    IEntityTypeConfiguration<PersonAnswer>, IEntityTypeConfiguration<HouseholdContact>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.Reference).IsUnique();
        builder.HasIndex(h => h.ArrivalDate);
        // Who is on the way: a few in a hundred once the years go by.
        builder.HasIndex(h => new { h.ArrivalDate, h.TakeoverDate }).HasDatabaseName("ix_household_coming").HasFilter("NOT has_arrived");
        // Whose households these are is asked on nearly every page, and their ids are all that is wanted.
        builder.HasIndex(h => new { h.CaseWorkerId, h.Id });
        builder.HasIndex(h => new { h.ContactPersonId, h.Id });
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.CaseWorkerId);
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.ContactPersonId);
    }

    public void Configure(EntityTypeBuilder<HouseholdContact> builder)
    {
        builder.HasKey(c => new { c.HouseholdId, c.AccountId });
        builder.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.CaseRef).IsUnique();
        // Who lives in hundreds of households, and which of them are their heads, is answered without reading the people.
        builder.HasIndex(p => new { p.HouseholdId, p.MergedIntoId, p.Role, p.Id }).HasDatabaseName("ix_person_of_household");
        // A part of a name is looked for by reading all names: the index holds what that needs, so that the people themselves stay unread.
        builder.HasIndex(p => new { p.SearchName, p.MergedIntoId, p.HouseholdId, p.Id }).HasDatabaseName("ix_person_names");
        builder.HasIndex(p => new { p.MergedIntoId, p.SearchName }).HasDatabaseName("ix_person_names_before").HasFilter("merged_into_id IS NOT NULL");
        builder.HasIndex(p => p.BirthDate);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId);
    }

    public void Configure(EntityTypeBuilder<PersonCpr> builder)
    {
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.Number);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<PersonLanguage> builder)
    {
        builder.HasKey(l => new { l.PersonId, l.Language });
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }

    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        builder.HasIndex(r => new { r.PersonId, r.OtherPersonId, r.Kind }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.OtherPersonId);
    }

    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<PersonAnswer> builder)
    {
        builder.HasKey(a => new { a.PersonId, a.Question });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }

    public void Configure(EntityTypeBuilder<NotDuplicate> builder) => builder.HasKey(n => new { n.PersonId, n.OtherPersonId });

    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.HasIndex(m => m.KeptPersonId);
        builder.HasIndex(m => m.MergedPersonId);
    }

    public void Configure(EntityTypeBuilder<AllocationUpload> builder) => builder.HasIndex(u => new { u.State, u.UploadedAt });
}
