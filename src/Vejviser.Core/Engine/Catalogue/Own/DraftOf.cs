using System.Globalization;

namespace Vejviser.Core.Engine.Catalogue.Own;

/// <summary>A definition as a draft, so far as a form can show it; whether that is all of it, <see cref="DraftFiles"/> tells.</summary>
internal static class DraftOf
{
    public static PracticeDraft Definition(PracticeDefinition definition)
    {
        var (da, en) = (definition.Texts["da"], definition.Texts["en"]);
        var citizen = (Da: definition.CitizenTexts["da"], En: definition.CitizenTexts["en"]);
        var draft = new PracticeDraft
        {
            Title = Words(da.Title, en.Title),
            Summary = Words(da.Summary, en.Summary),
            Chapter = definition.Chapter,
            For = definition.For,
            Lead = definition.Lead,
            Contact = definition.Contact,
            DecidedBy = definition.Offer.DecidedBy,
            IsRequired = !definition.Offer.IsVoluntary,
            Consent = definition.Offer.Consent,
            Seats = DraftFigure.Of(definition.Capacity?.Seats),
            If = Conditions(definition.Offer.If),
            CitizenTitle = Words(citizen.Da.Title, citizen.En.Title),
            CitizenWhat = Words(citizen.Da.What, citizen.En.What),
            CitizenChoice = Words(citizen.Da.Choice, citizen.En.Choice),
        };
        draft.Questions.AddRange(definition.Questions.Select(q => new DraftQuestion
        {
            Id = q, Name = Named(q, t => t.Questions), IsNo = definition.Offer.If.All.OfType<Condition.Answered>().Any(a => a.Question == q && !a.Wanted),
        }));
        draft.Settings.AddRange(definition.Settings.Select(s => new DraftSetting { Id = s.Id, Name = Named(s.Id, t => t.Settings), Value = s.Value, Unit = s.Unit }));
        draft.Phases.AddRange(definition.Phases.Select(p => new DraftNamed { Id = p, Name = Named(p, t => t.Phases) }));
        draft.Steps.AddRange(definition.Steps.Select(s => Dated(s.Due, new DraftStep
        {
            Id = s.Id, Name = Words(da.Steps[s.Id].Title, en.Steps[s.Id].Title), How = Words(da.Steps[s.Id].How, en.Steps[s.Id].How), Phase = s.Phase, Owner = s.Owner,
            IsLast = definition.Ending.Completed.Contains(s.Id),
        })));
        draft.Meetings.AddRange(definition.Meetings.Select(m => Meeting(m, Words(da.Meetings[m.Id].Title, en.Meetings[m.Id].Title), Words(da.Meetings[m.Id].About, en.Meetings[m.Id].About))));
        draft.Reasons.AddRange(definition.Ending.BrokenOff.Select(r => new DraftNamed { Id = r, Name = Named(r, t => t.Ending) }));
        draft.Measures.AddRange(definition.Measures.Select(m => new DraftMeasure
        {
            Id = m.Id, Kind = Kind(m), Target = DraftFigure.Of(m.Target), Name = m.Numerator is Countable.WithOutcome(var outcome) ? Named(outcome, t => t.Outcomes) : new DraftWords(),
        }));
        draft.Setup.AddRange(definition.Setup.Select(s => new DraftSetup
        {
            Id = s.Id, Name = Words(da.Setup[s.Id].Title, en.Setup[s.Id].Title), How = Words(da.Setup[s.Id].How, en.Setup[s.Id].How), Owner = s.Owner,
        }));
        return draft;

        DraftWords Named(string id, Func<PracticeTexts, IReadOnlyDictionary<string, string>> of) => Words(of(da).GetValueOrDefault(id, ""), of(en).GetValueOrDefault(id, ""));
    }

    /// <summary>English that is the Danish was never written.</summary>
    private static DraftWords Words(string da, string en) => new() { Da = da, En = en == da ? null : en };

    private static T Dated<T>(DueRule? due, T draft)
        where T : DraftDue
    {
        if (due is not DueRule.Offset offset)
            return draft;
        (draft.Unit, draft.Anchor, draft.IsBefore) = (offset.Unit, offset.Anchor, offset.Amount.IsNegated || offset.Amount.Value < 0);
        draft.Amount = DraftFigure.Of(offset.Amount);
        return draft;
    }

    private static DraftMeeting Meeting(PracticeMeeting meeting, DraftWords title, DraftWords about)
    {
        var draft = Dated(meeting.Due, new DraftMeeting
        {
            Id = meeting.Id, Name = title, About = about, Returns = meeting.Rule is not null, With = meeting.With.Count > 0 ? meeting.With[0] : null, Invites = meeting.Invites, Room = meeting.Room,
            At = meeting.At?.ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = DraftFigure.Of(meeting.Minutes),
        });
        // As the form writes it: FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
        var rule = string.Concat(meeting.Rule?.Parts.Select(p => p.Text + p.Figure?.ToString()) ?? []);
        foreach (var part in rule.Split(';').Select(p => p.Split('=')).Where(p => p.Length == 2))
        {
            if (part[0] == "INTERVAL")
                draft.EveryWeeks = DraftFigure.Of(Figure.Parse(part[1]));
            else if (part[0] == "BYDAY")
                draft.Weekday = Enum.GetValues<DayOfWeek>().FirstOrDefault(d => d.ToString().StartsWith(part[1], StringComparison.OrdinalIgnoreCase));
        }

        return draft;
    }

    private static DraftMeasureKind Kind(Measure measure) => measure.Numerator switch
    {
        Countable.WithOutcome => DraftMeasureKind.Outcome,
        Countable.Offers => DraftMeasureKind.Accepted,
        Countable.Plans => DraftMeasureKind.Started,
        _ => DraftMeasureKind.Completed,
    };

    private static DraftConditions Conditions(StepConditions conditions)
    {
        var draft = new DraftConditions();
        foreach (var condition in conditions.All)
        {
            switch (condition)
            {
                case Condition.Age(var from, var to): (draft.AgeFrom, draft.AgeTo) = (DraftFigure.Of(from), DraftFigure.Of(to)); break;
                case Condition.ChildrenAge(var from, var to): (draft.ChildrenAgeFrom, draft.ChildrenAgeTo) = (DraftFigure.Of(from), DraftFigure.Of(to)); break;
                case Condition.DenmarkMonths(var from, var to): (draft.DenmarkMonthsFrom, draft.DenmarkMonthsTo) = (DraftFigure.Of(from), DraftFigure.Of(to)); break;
                case Condition.Education(var any): draft.Education = [.. any]; break;
                case Condition.EnglishFrom(var least): draft.EnglishFrom = least; break;
                case Condition.Track(var any): draft.Track = [.. any]; break;
                case Condition.Basis(var any): draft.Basis = [.. Reading.ConditionReader.BasesOf(any)]; break;
                case Condition.OfSex(var any): draft.Sex = any[0]; break;
                case Condition.HasChildren(var wanted): draft.HasChildren = wanted; break;
                case Condition.Single(var wanted): draft.Single = wanted; break;
                case Condition.Unaccompanied(var wanted): draft.Unaccompanied = wanted; break;
                case Condition.AtCentre(var wanted): draft.AtCentre = wanted; break;
                case Condition.Arrived(var wanted): draft.Arrived = wanted; break;
                case Condition.Interpreter(var wanted): draft.Interpreter = wanted; break;
                case Condition.OwnBusiness(var wanted): draft.OwnBusiness = wanted; break;
                case Condition.WorkBackground(var wanted): draft.WorkBackground = wanted; break;
            }
        }

        return draft;
    }
}
