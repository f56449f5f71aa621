using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Configurations;

internal sealed class MessageTables :
    IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<MessageText>, IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<NewcomerAccess>, IEntityTypeConfiguration<MitIdAccess>,
    IEntityTypeConfiguration<PersonQuestion>, IEntityTypeConfiguration<SurveyReply>, IEntityTypeConfiguration<SurveyAnswer>, IEntityTypeConfiguration<PersonDocument>, IEntityTypeConfiguration<AccountPicture>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasIndex(m => m.Key).IsUnique();
        // The sender asks for what waits, the page for what did not arrive: both are few among all that was ever sent.
        builder.HasIndex(m => new { m.NextAt, m.Id }).HasFilter("state = 0");
        builder.HasIndex(m => m.AttemptUntil).HasFilter("state = 1");
        builder.HasIndex(m => new { m.State, m.SentAt });
        builder.HasIndex(m => new { m.State, m.Channel, m.NextAt, m.Id }).HasFilter(OutboxList.OpenSql);
        builder.HasIndex(m => new { m.PersonId, m.CreatedAt });
        builder.HasIndex(m => m.HouseholdId);
    }

    public void Configure(EntityTypeBuilder<MessageText> builder)
    {
        builder.HasKey(t => new { t.Template, t.Practice, t.Language });
        builder.Property(t => t.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.ClimbsAt).HasFilter("acknowledged_at IS NULL");
        builder.HasIndex(h => h.PersonId);
        builder.HasIndex(h => h.HouseholdId);
        builder.HasIndex(h => h.ToPartnerId);
        builder.HasIndex(h => h.ToAccountId);
        builder.HasIndex(h => h.ToUnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId);
        builder.HasOne<PartnerOrganisation>().WithMany().HasForeignKey(h => h.ToPartnerId);
    }

    public void Configure(EntityTypeBuilder<NewcomerAccess> builder)
    {
        builder.HasIndex(a => a.LinkHash).IsUnique();
        // One in force at a time.
        builder.HasIndex(a => a.PersonId).IsUnique().HasFilter("revoked_at IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }

    public void Configure(EntityTypeBuilder<MitIdAccess> builder)
    {
        builder.HasIndex(a => a.CprId).IsUnique();
        builder.HasOne<PersonCpr>().WithMany().HasForeignKey(a => a.CprId);
    }

    public void Configure(EntityTypeBuilder<PersonQuestion> builder)
    {
        builder.Property(q => q.Version).IsConcurrencyToken();
        builder.HasIndex(q => new { q.PersonId, q.AskedAt });
        builder.HasIndex(q => q.MeetingId).HasFilter("meeting_id IS NOT NULL");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(q => q.MeetingId);
        builder.HasIndex(q => new { q.HouseholdId, q.AskedAt }).HasFilter("answered_at IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(q => q.PersonId);
    }

    public void Configure(EntityTypeBuilder<SurveyReply> builder)
    {
        builder.HasKey(r => new { r.PlanId, r.Survey });
        builder.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId);
    }

    public void Configure(EntityTypeBuilder<SurveyAnswer> builder) => builder.HasIndex(a => new { a.Practice, a.Survey, a.Month });

    public void Configure(EntityTypeBuilder<PersonDocument> builder)
    {
        builder.HasIndex(d => new { d.PersonId, d.At });
        builder.HasIndex(d => new { d.HouseholdId, d.At }).HasFilter("seen_at IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }

    public void Configure(EntityTypeBuilder<AccountPicture> builder)
    {
        builder.HasKey(p => p.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}
