using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.CivilSociety;

namespace Vejviser.Core.Data.Configurations;

internal sealed class GuideTables : IEntityTypeConfiguration<Guide>, IEntityTypeConfiguration<GuideTurn>
{
    public void Configure(EntityTypeBuilder<Guide> builder) => builder.HasIndex(g => g.Name).IsUnique().HasFilter("NOT is_closed");

    public void Configure(EntityTypeBuilder<GuideTurn> builder)
    {
        // As many guides as the meeting is to have, and nobody twice.
        builder.HasIndex(t => new { t.Meeting, t.Day, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.GuideId, t.Meeting, t.Day }).IsUnique();
        builder.HasOne<Guide>().WithMany().HasForeignKey(t => t.GuideId);
    }
}
