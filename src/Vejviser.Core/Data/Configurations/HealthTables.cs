using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class DoctorTables :
    IEntityTypeConfiguration<MedicalPractice>, IEntityTypeConfiguration<CareDistrict>, IEntityTypeConfiguration<HouseholdDistrict>, IEntityTypeConfiguration<PersonDoctor>, IEntityTypeConfiguration<DoctorEvent>
{
    public void Configure(EntityTypeBuilder<MedicalPractice> builder)
    {
        builder.Ignore(p => p.Place);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CareDistrict> builder)
    {
        builder.Ignore(d => d.Place);
        builder.HasIndex(d => d.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HouseholdDistrict> builder)
    {
        builder.HasKey(h => h.HouseholdId);
        builder.HasOne<Household>().WithMany().HasForeignKey(h => h.HouseholdId);
        builder.HasOne<CareDistrict>().WithMany().HasForeignKey(h => h.DistrictId);
    }

    public void Configure(EntityTypeBuilder<PersonDoctor> builder)
    {
        // One row a person: nobody has two doctors.
        builder.HasKey(d => d.PersonId);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.PracticeId, d.RegisteredOn });
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        builder.HasOne<MedicalPractice>().WithMany().HasForeignKey(d => d.PracticeId);
    }

    public void Configure(EntityTypeBuilder<DoctorEvent> builder)
    {
        builder.HasIndex(e => new { e.PracticeId, e.Kind, e.At });
        builder.HasIndex(e => e.PersonId);
        builder.HasOne<MedicalPractice>().WithMany().HasForeignKey(e => e.PracticeId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId);
    }
}

internal sealed class GroupTables : IEntityTypeConfiguration<GroupTime>, IEntityTypeConfiguration<GroupWish>, IEntityTypeConfiguration<GroupCourse>
{
    public void Configure(EntityTypeBuilder<GroupTime> builder) => builder.HasOne<Room>().WithMany().HasForeignKey(t => t.RoomId);

    public void Configure(EntityTypeBuilder<GroupWish> builder)
    {
        builder.HasKey(w => w.PersonId);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
        builder.HasOne<GroupTime>().WithMany().HasForeignKey(w => w.ChosenTimeId);
    }

    public void Configure(EntityTypeBuilder<GroupCourse> builder)
    {
        builder.HasKey(g => g.CourseId);
        builder.HasOne<Course>().WithMany().HasForeignKey(g => g.CourseId);
        builder.HasOne<GroupTime>().WithMany().HasForeignKey(g => g.TimeId);
        builder.HasOne<GroupTrainer>().WithMany().HasForeignKey(g => g.TrainerId);
    }
}
