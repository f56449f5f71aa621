using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Data.Configurations;

internal sealed class PairTables :
    IEntityTypeConfiguration<VolunteerPair>, IEntityTypeConfiguration<VolunteerHours>, IEntityTypeConfiguration<PairRound>, IEntityTypeConfiguration<PairChoice>, IEntityTypeConfiguration<PairWish>,
    IEntityTypeConfiguration<PairWishIndustry>, IEntityTypeConfiguration<VolunteerEnquiry>
{
    public void Configure(EntityTypeBuilder<VolunteerPair> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        // One volunteer at a time for a plan, and one plan for each place of a volunteer: whoever comes second gets a unique violation. Both databases take any number of rows without a value.
        builder.HasIndex(p => p.HeldPlanId).IsUnique();
        builder.HasIndex(p => new { p.VolunteerId, p.HeldPlace }).IsUnique();
        builder.HasIndex(p => new { p.Practice, p.State });
        builder.HasOne<PairRound>().WithMany().HasForeignKey(p => p.RoundId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId);
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(p => p.VolunteerId);
    }

    public void Configure(EntityTypeBuilder<VolunteerHours> builder) => builder.HasOne<VolunteerPair>().WithMany().HasForeignKey(h => h.PairId);

    public void Configure(EntityTypeBuilder<PairRound> builder) => builder.HasIndex(r => new { r.Practice, r.DecidedAt });

    public void Configure(EntityTypeBuilder<PairChoice> builder)
    {
        builder.HasKey(c => c.PlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId);
        builder.HasOne<Volunteer>().WithMany().HasForeignKey(c => c.VolunteerId);
    }

    public void Configure(EntityTypeBuilder<PairWish> builder)
    {
        builder.HasKey(w => w.PlanId);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasOne<Plan>().WithMany().HasForeignKey(w => w.PlanId);
        builder.HasOne<Town>().WithMany().HasForeignKey(w => w.TownId);
        builder.HasMany(w => w.Industries).WithOne().HasForeignKey(i => i.PlanId);
    }

    public void Configure(EntityTypeBuilder<PairWishIndustry> builder) => builder.HasKey(i => new { i.PlanId, i.Industry });

    public void Configure(EntityTypeBuilder<VolunteerEnquiry> builder)
    {
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.Practice, e.AnsweredAt });
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(e => e.PartnerId);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AskedBy);
    }
}

internal sealed class VolunteerTables :
    IEntityTypeConfiguration<Town>, IEntityTypeConfiguration<Volunteer>, IEntityTypeConfiguration<VolunteerTown>, IEntityTypeConfiguration<VolunteerLanguage>, IEntityTypeConfiguration<VolunteerIndustry>
{
    public void Configure(EntityTypeBuilder<Town> builder) => builder.HasIndex(t => t.Name).IsUnique();

    public void Configure(EntityTypeBuilder<Volunteer> builder)
    {
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.Practice, v.Name });
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(v => v.PartnerId);
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId);
        builder.HasMany(v => v.Towns).WithOne().HasForeignKey(t => t.VolunteerId);
        builder.HasMany(v => v.Languages).WithOne().HasForeignKey(l => l.VolunteerId);
        builder.HasMany(v => v.Industries).WithOne().HasForeignKey(i => i.VolunteerId);
    }

    public void Configure(EntityTypeBuilder<VolunteerTown> builder)
    {
        builder.HasKey(t => new { t.VolunteerId, t.TownId });
        builder.HasOne<Town>().WithMany().HasForeignKey(t => t.TownId);
    }

    public void Configure(EntityTypeBuilder<VolunteerLanguage> builder) => builder.HasKey(l => new { l.VolunteerId, l.Language });

    public void Configure(EntityTypeBuilder<VolunteerIndustry> builder) => builder.HasKey(i => new { i.VolunteerId, i.Industry, i.IsNetwork });
}
