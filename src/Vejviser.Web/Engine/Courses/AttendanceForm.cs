using Microsoft.AspNetCore.Http;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Web.Engine.Courses;

/// <summary>Who was there, as the form sends it: a tick for each who was, and a reason for who was not.</summary>
public static class AttendanceForm
{
    private const string Here = "here-";
    private const string Reason = "reason-";

    public static string HereField(Guid person) => Here + person;

    public static string ReasonField(Guid person) => Reason + person;

    /// <summary>Everybody the page showed by name: a tick sends the field, no tick leaves it out, so that each shown is read from those of the session.</summary>
    public static Dictionary<Guid, AbsenceReason?> Read(IFormCollection form, IEnumerable<SessionPerson> shown) => shown.Where(p => p.Name is not null).ToDictionary(
        p => p.PersonId,
        p => form.ContainsKey(HereField(p.PersonId)) ? (AbsenceReason?)null : Enum.TryParse<AbsenceReason>(form[ReasonField(p.PersonId)], out var reason) && Enum.IsDefined(reason) ? reason : AbsenceReason.NotGiven);

    /// <summary>Before anything is noted all are ticked: most are there, and who is not is quickly found.</summary>
    public static bool IsTicked(SessionPerson person) => person.Attendance != Attendance.NoShow;
}
