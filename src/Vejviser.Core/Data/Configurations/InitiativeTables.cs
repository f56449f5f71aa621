using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Data.Configurations;

internal sealed class InitiativeTables : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder) =>
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(i => i.PartnerId);
}
