using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class CardTables : IEntityTypeConfiguration<Industry>, IEntityTypeConfiguration<IndustryWord>, IEntityTypeConfiguration<ProgressCard>, IEntityTypeConfiguration<CardWord>
{
    public void Configure(EntityTypeBuilder<Industry> builder)
    {
        builder.HasIndex(i => i.Name).IsUnique();
        builder.HasMany(i => i.Words).WithOne().HasForeignKey(w => w.IndustryId);
    }

    public void Configure(EntityTypeBuilder<IndustryWord> builder) => builder.HasIndex(w => new { w.IndustryId, w.Text }).IsUnique();

    public void Configure(EntityTypeBuilder<ProgressCard> builder)
    {
        builder.HasKey(c => c.PersonId);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithOne().HasForeignKey<ProgressCard>(c => c.PersonId);
        builder.HasOne<Industry>().WithMany().HasForeignKey(c => c.IndustryId);
    }

    public void Configure(EntityTypeBuilder<CardWord> builder)
    {
        builder.HasKey(w => new { w.PersonId, w.WordId });
        builder.HasOne<ProgressCard>().WithMany().HasForeignKey(w => w.PersonId);
        builder.HasOne<IndustryWord>().WithMany().HasForeignKey(w => w.WordId);
    }
}
