using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine.Catalogue.Own;

/// <summary>A practice as a form gives it, with something of everything.</summary>
internal static class NightWalk
{
    public static PracticeDraft Draft() => new()
    {
        Title = W("Natteravne: hjemad sammen", "Night owls"),
        Summary = W("Frivillige går med hjem i {setting:uger} uger."),
        Chapter = "civil-society",
        For = PracticeFor.Person,
        Lead = "volunteer-coordinator",
        Contact = "contact-person",
        DecidedBy = "volunteer-coordinator",
        Consent = "contact-by-volunteers",
        Seats = N("20"),
        If = new DraftConditions
        {
            AgeFrom = N("18"), DenmarkMonthsTo = S("uger"), Education = [EducationLevel.University, EducationLevel.Primary], EnglishFrom = Proficiency.Basic, Track = [DanishTrack.Du2],
            Basis = ["ukraine", "asylum"], Sex = Sex.Female, Single = true, Arrived = true, WorkBackground = false,
        },
        Questions = [new DraftQuestion { Name = W("Vil personen \"ud\": om aftenen?") }, new DraftQuestion { Name = W("Har personen bil?"), IsNo = true }],
        Settings = [new DraftSetting { Name = W("Uger"), Value = 8, Unit = "weeks" }],
        Phases = [new DraftNamed { Name = W("Før") }, new DraftNamed { Name = W("Turen", "The walk") }],
        Steps =
        [
            new DraftStep { Name = W("Spørg"), How = W("Ring.\nSpørg så."), Owner = "contact-person", Amount = N("2"), Unit = DueUnit.Workdays, IsBefore = true, Anchor = "arrival" },
            new DraftStep { Name = W("Gå"), How = W("Gå med."), Owner = "volunteer-coordinator", Amount = S("uger"), Unit = DueUnit.Weeks, IsLast = true },
        ],
        Meetings =
        [
            new DraftMeeting { Name = W("Kaffe"), About = W("Hilse på."), With = "volunteer-coordinator", Amount = N("7"), Unit = DueUnit.Days, At = "19:00", Minutes = N("60"), Invites = MeetingGuests.Group },
            new DraftMeeting { Name = W("Aften"), About = W("Gå sammen."), With = "contact-person", Returns = true, EveryWeeks = N("2"), Weekday = DayOfWeek.Thursday, Room = MeetingRoom.Home },
        ],
        Reasons = [new DraftNamed { Name = W("Er flyttet") }],
        Measures = [new DraftMeasure(), new DraftMeasure { Kind = DraftMeasureKind.Outcome, Name = W("Har fået en ven"), Target = N("50") }, new DraftMeasure { Kind = DraftMeasureKind.Started }],
        Setup = [new DraftSetup { Name = W("Aftale"), How = W("Skriv under."), Owner = "volunteer-coordinator" }],
        CitizenTitle = W("Gå hjem sammen"),
        CitizenWhat = W("En frivillig går med dig."),
        CitizenChoice = W("Du kan sige nej."),
    };

    private static DraftWords W(string da, string? en = null) => new() { Da = da, En = en };

    private static DraftFigure N(string number) => new() { Number = number };

    private static DraftFigure S(string setting) => new() { Setting = setting };
}
