using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Insight.Outcomes;

namespace Vejviser.Core.Data;

/// <summary>
/// One municipality's database (ADR 0004). Two thin types differ by provider only. Saving goes through
/// <see cref="SaveAsync(AuditContext, IReadOnlyCollection{AuditSubject}, CancellationToken)"/>: a save without who and why throws.
/// </summary>
public abstract partial class VejviserDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<ProcessedCommand> ProcessedCommands => Set<ProcessedCommand>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitMember> UnitMembers => Set<UnitMember>();

    public DbSet<JobFunction> JobFunctions => Set<JobFunction>();

    public DbSet<PartnerOrganisation> PartnerOrganisations => Set<PartnerOrganisation>();

    public DbSet<ClosingDay> ClosingDays => Set<ClosingDay>();

    public DbSet<PracticeRole> PracticeRoles => Set<PracticeRole>();

    public DbSet<PartnerAgreement> PartnerAgreements => Set<PartnerAgreement>();

    public DbSet<Role> AccessRoles => Set<Role>();

    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<ExternalRole> ExternalRoles => Set<ExternalRole>();

    public DbSet<HouseholdAccess> HouseholdAccesses => Set<HouseholdAccess>();

    public DbSet<BreakGlass> BreakGlasses => Set<BreakGlass>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();


    public DbSet<Household> Households => Set<Household>();

    public DbSet<HouseholdContact> HouseholdContacts => Set<HouseholdContact>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonCpr> PersonCprs => Set<PersonCpr>();

    public DbSet<PersonLanguage> PersonLanguages => Set<PersonLanguage>();

    public DbSet<Relation> Relations => Set<Relation>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<NotDuplicate> NotDuplicates => Set<NotDuplicate>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<AllocationUpload> AllocationUploads => Set<AllocationUpload>();

    public DbSet<PracticeVersion> PracticeVersions => Set<PracticeVersion>();

    public DbSet<PracticeSetupTick> PracticeSetupTicks => Set<PracticeSetupTick>();

    public DbSet<OwnPractice> OwnPractices => Set<OwnPractice>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<PersonAnswer> PersonAnswers => Set<PersonAnswer>();

    public DbSet<PlanOutcome> PlanOutcomes => Set<PlanOutcome>();

    public DbSet<MeasureResult> MeasureResults => Set<MeasureResult>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanAnchor> PlanAnchors => Set<PlanAnchor>();

    public DbSet<PlanTask> PlanTasks => Set<PlanTask>();

    public DbSet<PlanTaskBlock> PlanTaskBlocks => Set<PlanTaskBlock>();

    public DbSet<TaskTick> TaskTicks => Set<TaskTick>();

    public DbSet<TaskComment> TaskComments => Set<TaskComment>();

    public DbSet<TaskEvidence> TaskEvidence => Set<TaskEvidence>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MessageText> MessageTexts => Set<MessageText>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<NewcomerAccess> NewcomerAccesses => Set<NewcomerAccess>();

    public DbSet<MitIdAccess> MitIdAccesses => Set<MitIdAccess>();

    public DbSet<PersonQuestion> PersonQuestions => Set<PersonQuestion>();

    public DbSet<SurveyReply> SurveyReplies => Set<SurveyReply>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<PersonDocument> PersonDocuments => Set<PersonDocument>();

    public DbSet<AccountPicture> AccountPictures => Set<AccountPicture>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<MeetingParticipant> MeetingParticipants => Set<MeetingParticipant>();

    public DbSet<MeetingSlot> MeetingSlots => Set<MeetingSlot>();

    public DbSet<AgendaPoint> AgendaPoints => Set<AgendaPoint>();

    public DbSet<CoordinationPoint> CoordinationPoints => Set<CoordinationPoint>();

    public DbSet<MeetingDecision> MeetingDecisions => Set<MeetingDecision>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CourseSession> CourseSessions => Set<CourseSession>();

    public DbSet<CoursePlace> CoursePlaces => Set<CoursePlace>();

    public DbSet<Industry> Industries => Set<Industry>();

    public DbSet<IndustryWord> IndustryWords => Set<IndustryWord>();

    public DbSet<ProgressCard> ProgressCards => Set<ProgressCard>();

    public DbSet<CardWord> CardWords => Set<CardWord>();

    public DbSet<Guide> Guides => Set<Guide>();

    public DbSet<GuideTurn> GuideTurns => Set<GuideTurn>();

    public DbSet<Interpreter> Interpreters => Set<Interpreter>();

    public DbSet<InterpreterBooking> InterpreterBookings => Set<InterpreterBooking>();

    public DbSet<InterpreterAvoided> InterpretersAvoided => Set<InterpreterAvoided>();

    public DbSet<Town> Towns => Set<Town>();

    public DbSet<Volunteer> Volunteers => Set<Volunteer>();

    public DbSet<VolunteerPair> VolunteerPairs => Set<VolunteerPair>();

    public DbSet<VolunteerHours> VolunteerHours => Set<VolunteerHours>();

    public DbSet<PairRound> PairRounds => Set<PairRound>();

    public DbSet<PairChoice> PairChoices => Set<PairChoice>();

    public DbSet<PairWish> PairWishes => Set<PairWish>();

    public DbSet<VolunteerEnquiry> VolunteerEnquiries => Set<VolunteerEnquiry>();

    public DbSet<HousingArea> HousingAreas => Set<HousingArea>();

    public DbSet<Estate> Estates => Set<Estate>();

    public DbSet<AssociationYear> AssociationYears => Set<AssociationYear>();

    public DbSet<Dwelling> Dwellings => Set<Dwelling>();

    public DbSet<HousingNeed> HousingNeeds => Set<HousingNeed>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<AllocationMeeting> AllocationMeetings => Set<AllocationMeeting>();

    public DbSet<AllocationPin> AllocationPins => Set<AllocationPin>();

    public DbSet<AllocationPlacement> AllocationPlacements => Set<AllocationPlacement>();

    public DbSet<HousingPolicy> HousingPolicies => Set<HousingPolicy>();

    public DbSet<PrivateHost> PrivateHosts => Set<PrivateHost>();

    public DbSet<HostMatch> HostMatches => Set<HostMatch>();

    public DbSet<HostLease> HostLeases => Set<HostLease>();

    public DbSet<HostAccess> HostAccesses => Set<HostAccess>();

    public DbSet<HostingWish> HostingWishes => Set<HostingWish>();

    public DbSet<HousingCase> HousingCases => Set<HousingCase>();

    public DbSet<HousingAgreement> HousingAgreements => Set<HousingAgreement>();

    public DbSet<AgreementAssociation> AgreementAssociations => Set<AgreementAssociation>();

    public DbSet<AgreementMilestone> AgreementMilestones => Set<AgreementMilestone>();

    public DbSet<MedicalPractice> MedicalPractices => Set<MedicalPractice>();

    public DbSet<CareDistrict> CareDistricts => Set<CareDistrict>();

    public DbSet<HouseholdDistrict> HouseholdDistricts => Set<HouseholdDistrict>();

    public DbSet<PersonDoctor> PersonDoctors => Set<PersonDoctor>();

    public DbSet<DoctorEvent> DoctorEvents => Set<DoctorEvent>();

    public DbSet<GroupTrainer> GroupTrainers => Set<GroupTrainer>();

    public DbSet<GroupTime> GroupTimes => Set<GroupTime>();

    public DbSet<GroupWish> GroupWishes => Set<GroupWish>();

    public DbSet<GroupCourse> GroupCourses => Set<GroupCourse>();

    public DbSet<Villa> Villas => Set<Villa>();

    public DbSet<VillaContact> VillaContacts => Set<VillaContact>();

    public DbSet<VillaStay> VillaStays => Set<VillaStay>();

    public DbSet<YouthHome> YouthHomes => Set<YouthHome>();

    public DbSet<YouthTie> YouthTies => Set<YouthTie>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(VejviserDb).Assembly);
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        // A table is named as its row: one person is a row of person. "role" alone is a reserved word.
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Namespace!.StartsWith("Vejviser", StringComparison.Ordinal)))
            type.SetTableName(type.ClrType == typeof(Role) ? "access_role" : JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ClrType.Name));
    }
}

/// <summary>SQLite in a file of its own, by default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : VejviserDb(options);

/// <summary>PostgreSQL in a database of its own, for size.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : VejviserDb(options);
