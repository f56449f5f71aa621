using System.Collections.Frozen;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Foundation.Law;

/// <summary>
/// The dated law of <c>law/</c>: which rule, on which day, from which source. Read once, then never changed, and safe to ask from
/// many threads. It computes and explains; it is not legal advice.
/// </summary>
public sealed class LawBook
{
    private const string Contract = "contract-deadline";
    private const string FamilyPlan = "family-plan-deadline";
    private static readonly FrozenSet<DateOnly> NoClosingDays = FrozenSet<DateOnly>.Empty;

    private readonly HolidayRules holidays;
    private readonly TakeoverRules takeovers;
    private readonly DeadlineRules deadlines;
    private readonly HealthRules health;
    private readonly InterpreterRules interpreters;
    private readonly NameRules names;
    private readonly ConsentRules consents;
    private readonly HousingRules housing;

    private LawBook(string directory)
    {
        var periods = LegalPeriods.Read(directory);
        holidays = HolidayRules.Read(directory);
        takeovers = TakeoverRules.Read(directory, periods, CalendarWith(NoClosingDays));
        deadlines = DeadlineRules.Read(directory, "contract.yaml", periods, Contract, FamilyPlan);
        health = HealthRules.Read(directory, periods);
        interpreters = InterpreterRules.Read(directory, periods);
        names = NameRules.Read(directory, periods);
        consents = ConsentRules.Read(directory, periods);
        housing = HousingRules.Read(directory, periods);
    }

    /// <summary>Reads every file of a <c>law/</c> folder.</summary>
    /// <exception cref="LawFileException">A file is missing, has an unknown key, or periods that overlap or leave days out.</exception>
    public static LawBook Load(string directory) => new(directory);

    /// <summary>The day responsibility passes to the municipality (integrationsloven § 4).</summary>
    /// <param name="basis">The residence basis; unknown gives <see cref="Law.Takeover.Missing"/>.</param>
    /// <param name="decision">The date of the allocation decision, where there is one.</param>
    /// <param name="registered">The date of registration in CPR as moved to the municipality.</param>
    public Takeover Takeover(ResidenceBasis basis, DateOnly? decision, DateOnly? registered) => LawBases.Of(basis) is { } known
        ? Takeover(known, decision, registered)
        : new Takeover.Missing(TakeoverInput.Basis);

    /// <inheritdoc cref="Takeover(ResidenceBasis, DateOnly?, DateOnly?)"/>
    public Takeover Takeover(LawBasis basis, DateOnly? decision, DateOnly? registered) => takeovers.Answer(basis, decision, registered);

    /// <summary>The contract's deadline, and the family plan's where the law of the day asks for one. Failure <c>law.no-rule</c>.</summary>
    public Result<ContractDeadline> ContractDeadline(DateOnly takeover) => deadlines.After(takeover, Contract) is { } due
        ? new ContractDeadline(due, names.On(takeover, "contract"), deadlines.After(takeover, FamilyPlan))
        : NoRule(takeover);

    /// <summary>The duty to offer a doctor's assessment, and its last day. Failures <c>law.no-rule</c>, <c>law.basis-unknown</c>.</summary>
    public Result<HealthAssessment> HealthAssessment(DateOnly takeover, ResidenceBasis basis) => LawBases.Of(basis) is { } known
        ? HealthAssessment(takeover, known)
        : Failure.Of("law.basis-unknown");

    /// <inheritdoc cref="HealthAssessment(DateOnly, ResidenceBasis)"/>
    public Result<HealthAssessment> HealthAssessment(DateOnly takeover, LawBasis basis) =>
        health.After(takeover, basis) is { } answer ? answer : NoRule(takeover);

    /// <summary>How old an interpreter must be on a day. Failure <c>law.no-rule</c>.</summary>
    public Result<InterpreterLeastAge> InterpreterLeastAge(DateOnly day, InterpretingField field) =>
        interpreters.On(day, field) is { } answer ? answer : NoRule(day);

    /// <summary>From which age a person gives a consent for that purpose alone. Failure <c>law.no-rule</c>.</summary>
    /// <param name="purpose">Such as <c>health-information-to-doctor</c>; one that is not named in the law file follows the rule for others.</param>
    public Result<ConsentAge> ConsentAge(string purpose, DateOnly day) => consents.On(day, purpose) is { } answer ? answer : NoRule(day);

    /// <summary>What a household has a month by the benefits of a day. Failure <c>law.no-rule</c>.</summary>
    public Result<HousingEconomy> HousingEconomy(DateOnly day) => housing.On(day) is { } answer ? answer : NoRule(day);

    /// <summary>What the law calls things on a day.</summary>
    /// <param name="language">A culture name: any Danish one gives Danish, every other English.</param>
    public LawNames Names(DateOnly day, string language) => names.AllOn(day, language);

    /// <summary>The public holidays of a year, 1 to 9999, in the order of the year.</summary>
    public IReadOnlyList<PublicHoliday> PublicHolidays(int year) => holidays.In(year);

    /// <summary>Looked up in a table: may be asked millions of times.</summary>
    public bool IsPublicHoliday(DateOnly date) => holidays.Contains(date);

    /// <summary>The municipality's calendar: public holidays by law and its own closing days.</summary>
    public WorkdayCalendar CalendarWith(IReadOnlySet<DateOnly> closingDays) => new(IsPublicHoliday, closingDays);

    private static Failure NoRule(DateOnly day) => Failure.Of("law.no-rule", ("day", day));
}
