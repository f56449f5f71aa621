using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Reception;

/// <summary>A person of a plan, as far as the goal asks.</summary>
public sealed record PlannedPerson(Guid Id, string Name, HouseholdRole Role, DateOnly? BirthDate, int? BirthYear, bool IsProtected)
{
    internal ArrivingPerson AsArriving => new(Role, BirthDate, BirthYear, null, false, false, IsProtected);
}

/// <summary>An adult who is to be ready for job activity, and the open tasks that stop it.</summary>
/// <param name="Stops">Open tasks that block the goal, by due date: none means ready.</param>
public sealed record ReadyPerson(PlannedPerson Person, IReadOnlyList<TaskLine> Stops)
{
    public bool IsReady => Stops.Count == 0;
}

/// <summary>
/// Who of a household is to be ready, and what stops each: the household's own tasks, the adult's, and the children's, since a
/// parent without a place for the child cannot start. Another adult's tasks stop nobody but that adult.
/// </summary>
public static class JobReadiness
{
    /// <param name="definition">The plan's version, for the ages of its settings.</param>
    /// <param name="blocking">The plan's tasks that block the goal; closed ones among them stop nobody.</param>
    /// <param name="goal">The day to be ready by; ages are those on it.</param>
    public static IReadOnlyList<ReadyPerson> Decide(
        PracticeDefinition definition, IReadOnlyList<PlannedPerson> people, IReadOnlyList<TaskLine> blocking, DateOnly goal)
    {
        var from = Setting(definition, ReceptionPlan.AdultAge);
        var to = Setting(definition, ReceptionPlan.WorkingAgeTo);
        var adults = people.Where(p => IsOfWorkingAge(p, goal, from, to)).ToList();
        var children = people.Where(p => IsChild(p, goal, from)).Select(p => p.Id).ToHashSet();
        return [.. adults.Select(adult => new ReadyPerson(
            adult,
            [.. blocking.Where(t => t.IsToDo && (t.PersonId is null || t.PersonId == adult.Id || children.Contains(t.PersonId.Value)))
                .OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Order).ThenBy(t => t.Id)]))];
    }

    /// <summary>The last day of the goal by the definition; null where it has none or the arrival no date.</summary>
    public static DateOnly? GoalDate(PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, Foundation.Law.WorkdayCalendar calendar) =>
        definition.Goals.FirstOrDefault(g => g.Id == ReceptionPlan.JobReady)?.Due?.Compute(anchors, calendar);

    private static bool IsOfWorkingAge(PlannedPerson person, DateOnly day, int? from, int? to) =>
        person.AsArriving.AgeOn(day) is { } age
            ? (from is null || age >= from) && (to is null || age <= to)
            : person.Role is HouseholdRole.Head or HouseholdRole.Spouse;

    private static bool IsChild(PlannedPerson person, DateOnly day, int? from) =>
        person.AsArriving.AgeOn(day) is { } age && from is not null ? age < from : person.Role is HouseholdRole.Child or HouseholdRole.Minor;

    private static int? Setting(PracticeDefinition definition, string id) => definition.Settings.FirstOrDefault(s => s.Id == id)?.Value;
}
