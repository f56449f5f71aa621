using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Conditions that practices are offered by, beyond those of a step.</summary>
public abstract partial record Condition
{
    /// <summary>A condition that rests on what a person said, agreed to or takes part in: a plan under way cannot ask it.</summary>
    public abstract record OfOfferOnly : AboutPerson;

    public sealed record OfSex(IReadOnlyList<Sex> AnyOf) : AboutPerson
    {
        public override string Code => "sex";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Sex == Sex.Unknown ? Truth.Unknown : Is(AnyOf.Contains(person.Sex)), ("wanted", string.Join(',', AnyOf)), ("found", person.Sex));
    }

    /// <summary>Mother tongue, BCP 47.</summary>
    public sealed record Language(IReadOnlyList<string> AnyOf) : AboutPerson
    {
        public override string Code => "language";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Language is null ? Truth.Unknown : Is(AnyOf.Contains(person.Language)), ("wanted", string.Join(',', AnyOf)), ("found", person.Language));
    }

    /// <summary>Where the asylum case stands.</summary>
    public sealed record Phase(IReadOnlyList<AsylumPhase> AnyOf) : AboutPerson
    {
        public override string Code => "phase";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Phase == AsylumPhase.Unknown ? Truth.Unknown : Is(AnyOf.Contains(person.Phase)), ("wanted", string.Join(',', AnyOf)), ("found", person.Phase));
    }

    public sealed record Track(IReadOnlyList<DanishTrack> AnyOf) : AboutPerson
    {
        public override string Code => "danish-track";

        internal override string Written => Listed(AnyOf);

        internal override Answer Ask(PersonFacts person, DateOnly day) => Say(
            person.DanishTrack == DanishTrack.Unknown ? Truth.Unknown : Is(AnyOf.Contains(person.DanishTrack)), ("wanted", string.Join(',', AnyOf)), ("found", person.DanishTrack));
    }

    /// <summary>Months in Denmark: at least so many have passed, and no more than so many.</summary>
    public sealed record DenmarkMonths(Figure? From, Figure? To) : AboutPerson
    {
        public override string Code => "denmark-months";

        internal override Answer Ask(PersonFacts person, DateOnly day)
        {
            var truth = person.DenmarkSince is not { } since ? Truth.Unknown
                : Is((From is not { } from || since.AddMonths(from.Value) <= day) && (To is not { } to || day <= since.AddMonths(to.Value)));
            return Say(truth, ("from", From?.Value), ("to", To?.Value), ("since", person.DenmarkSince));
        }

        internal override Condition With(IReadOnlyDictionary<string, int> settings) => new DenmarkMonths(From?.With(settings), To?.With(settings));
    }

    /// <summary>Whether the person has an occupation or a business behind them; an occupation nobody wrote down is not known.</summary>
    public sealed record WorkBackground(bool Wanted) : AboutPerson
    {
        public override string Code => "work-background";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.HadOwnBusiness || person.HasOccupation ? Is(Wanted) : Truth.Unknown, ("wanted", Wanted));
    }

    /// <summary>A consent in force. Withdrawn is no; never asked is not known.</summary>
    public sealed record HasConsent(string Purpose) : OfOfferOnly
    {
        public override string Code => "consent";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Consents.TryGetValue(Purpose, out var isInForce) ? Is(isInForce) : Truth.Unknown, ("purpose", Purpose));
    }

    /// <summary>Takes part, in a practice that runs, waits or rests, in one of these.</summary>
    public sealed record In(IReadOnlyList<string> Practices) : OfOfferOnly
    {
        public override string Code => "in";

        internal override string Written => Listed(Practices);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(Practices.Any(person.Running.Contains)), ("practices", string.Join(',', Practices)));
    }

    public sealed record NotIn(IReadOnlyList<string> Practices) : OfOfferOnly
    {
        public override string Code => "not-in";

        internal override string Written => Listed(Practices);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(!Practices.Any(person.Running.Contains)), ("practices", string.Join(',', Practices)));
    }

    /// <summary>Has completed one of these.</summary>
    public sealed record Completed(IReadOnlyList<string> Practices) : OfOfferOnly
    {
        public override string Code => "completed";

        internal override string Written => Listed(Practices);

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(Is(Practices.Any(person.Completed.Contains)), ("practices", string.Join(',', Practices)));
    }

    /// <summary>A question of the practice, answered so; a question nobody has asked is not known.</summary>
    public sealed record Answered(string Question, bool Wanted) : OfOfferOnly
    {
        public override string Code => "answered";

        internal override Answer Ask(PersonFacts person, DateOnly day) =>
            Say(person.Answers.TryGetValue(Question, out var said) ? Is(said == Wanted) : Truth.Unknown, ("question", Question), ("wanted", Wanted));
    }

    /// <summary>Lives at an asylum centre and has not moved in.</summary>
    public sealed record AtCentre(bool Wanted) : AboutHousehold
    {
        public override string Code => "at-centre";

        internal override Answer Ask(HouseholdFacts household, DateOnly day) => Say(Is((household is { HasCentre: true, HasArrived: false }) == Wanted), ("wanted", Wanted));
    }

    public sealed record Arrived(bool Wanted) : AboutHousehold
    {
        public override string Code => "arrived";

        internal override Answer Ask(HouseholdFacts household, DateOnly day) => Say(Is(household.HasArrived == Wanted), ("wanted", Wanted));
    }

    /// <summary>Days since the arrival, both ends included; negative before it.</summary>
    public sealed record ArrivalDays(Figure? From, Figure? To) : AboutHousehold
    {
        public override string Code => "arrival-days";

        internal override Answer Ask(HouseholdFacts household, DateOnly day)
        {
            var days = day.DayNumber - household.ArrivalDate?.DayNumber;
            var truth = days is null ? Truth.Unknown : Is(days >= (From?.Value ?? int.MinValue) && days <= (To?.Value ?? int.MaxValue));
            return Say(truth, ("from", From?.Value), ("to", To?.Value), ("found", days));
        }

        internal override Condition With(IReadOnlyDictionary<string, int> settings) => new ArrivalDays(From?.With(settings), To?.With(settings));
    }

    /// <summary>No spouse or partner in the household.</summary>
    public sealed record Single(bool Wanted) : AboutHousehold
    {
        public override string Code => "single";

        internal override Answer Ask(HouseholdFacts household, DateOnly day) =>
            Say(Is(household.People.All(p => p.Role != HouseholdRole.Spouse) == Wanted), ("wanted", Wanted));
    }
}
