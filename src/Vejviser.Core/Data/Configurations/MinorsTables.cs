using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class MinorsTables :
    IEntityTypeConfiguration<Villa>, IEntityTypeConfiguration<VillaContact>, IEntityTypeConfiguration<VillaStay>, IEntityTypeConfiguration<YouthHome>, IEntityTypeConfiguration<YouthTie>
{
    public void Configure(EntityTypeBuilder<Villa> builder)
    {
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VillaContact> builder)
    {
        builder.HasIndex(c => c.VillaId);
        builder.HasOne<Villa>().WithMany().HasForeignKey(c => c.VillaId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<VillaStay> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        // One room at a time: whoever comes second gets a unique violation. Both databases take any number of rows without a value.
        builder.HasIndex(s => s.HeldPersonId).IsUnique();
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.VillaId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Villa>().WithMany().HasForeignKey(s => s.VillaId);
        builder.HasOne<VillaContact>().WithMany().HasForeignKey(s => s.ContactId);
    }

    public void Configure(EntityTypeBuilder<YouthHome> builder)
    {
        builder.HasKey(h => h.PersonId);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        builder.HasOne<Villa>().WithMany().HasForeignKey(h => h.WishedVillaId);
        builder.HasOne<Villa>().WithMany().HasForeignKey(h => h.ChosenVillaId);
    }

    public void Configure(EntityTypeBuilder<YouthTie> builder)
    {
        builder.HasKey(t => new { t.PersonId, t.OtherPersonId });
        builder.HasIndex(t => t.OtherPersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.OtherPersonId);
    }
}
