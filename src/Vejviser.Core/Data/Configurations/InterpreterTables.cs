using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class InterpreterTables :
    IEntityTypeConfiguration<Interpreter>, IEntityTypeConfiguration<InterpreterLanguage>, IEntityTypeConfiguration<InterpreterHours>,
    IEntityTypeConfiguration<InterpreterBooking>, IEntityTypeConfiguration<InterpreterAvoided>
{
    public void Configure(EntityTypeBuilder<Interpreter> builder)
    {
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasMany(i => i.Languages).WithOne().HasForeignKey(l => l.InterpreterId);
        builder.HasMany(i => i.Hours).WithOne().HasForeignKey(h => h.InterpreterId);
    }

    public void Configure(EntityTypeBuilder<InterpreterLanguage> builder) => builder.HasKey(l => new { l.InterpreterId, l.Language, l.Dialect });

    public void Configure(EntityTypeBuilder<InterpreterHours> builder) => builder.HasKey(h => new { h.InterpreterId, h.Weekday, h.From });

    public void Configure(EntityTypeBuilder<InterpreterBooking> builder)
    {
        builder.Property(b => b.Version).IsConcurrencyToken();
        // One interpreter a meeting.
        builder.HasIndex(b => b.MeetingId).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(b => b.MeetingId);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(b => b.InterpreterId);
    }

    public void Configure(EntityTypeBuilder<InterpreterAvoided> builder)
    {
        builder.HasKey(a => new { a.PersonId, a.InterpreterId });
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Interpreter>().WithMany().HasForeignKey(a => a.InterpreterId);
    }
}
