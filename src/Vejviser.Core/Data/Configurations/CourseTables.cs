using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class CourseTables : IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<CourseSession>, IEntityTypeConfiguration<CoursePlace>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.LastDay);
        builder.HasIndex(c => c.Practice);
        builder.HasIndex(c => c.OperatorId);
        builder.HasOne<PracticeVersion>().WithMany().HasForeignKey(c => c.PracticeVersionId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.LeaderId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(c => c.OperatorId);
    }

    public void Configure(EntityTypeBuilder<CourseSession> builder)
    {
        builder.HasKey(s => s.MeetingId);
        builder.HasIndex(s => new { s.CourseId, s.Number }).IsUnique();
        builder.HasOne<Meeting>().WithOne().HasForeignKey<CourseSession>(s => s.MeetingId);
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(s => s.PartnerId);
    }

    public void Configure(EntityTypeBuilder<CoursePlace> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        // No seat is held twice, and nobody sits twice in a course.
        builder.HasIndex(p => new { p.CourseId, p.Seat }).IsUnique().HasFilter("left_on IS NULL");
        builder.HasIndex(p => new { p.CourseId, p.PersonId }).IsUnique().HasFilter("left_on IS NULL");
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<Course>().WithMany().HasForeignKey(p => p.CourseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}
