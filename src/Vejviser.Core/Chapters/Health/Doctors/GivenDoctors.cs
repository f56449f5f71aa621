using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>Somebody's doctor as it is now.</summary>
public sealed record GivenDoctor(Guid PersonId, Guid HouseholdId, string? CaseRef, Guid PracticeId, string Practice, string? Phone, DateOnly? GivenOn, DateOnly? RegisteredOn)
{
    public string Label => CaseLabels.OfPerson(PersonId, CaseRef);
}

/// <summary>Who has which doctor, paged in SQL; those not registered yet first.</summary>
public static class GivenDoctors
{
    public const int PageSize = 50;

    /// <param name="practice">Null for all practices.</param>
    /// <param name="unregistered">Only those whose doctor is not registered.</param>
    public static IQueryable<GivenDoctor> Of(VejviserDb db, Guid? practice, bool unregistered) =>
        from d in db.PersonDoctors.AsNoTracking()
        where d.PracticeId != null && (practice == null || d.PracticeId == practice) && (!unregistered || d.RegisteredOn == null)
        join m in db.MedicalPractices on d.PracticeId equals (Guid?)m.Id
        join p in db.People on d.PersonId equals p.Id
        orderby d.RegisteredOn != null, d.GivenOn descending, p.CaseRef, p.Id
        select new GivenDoctor(p.Id, p.HouseholdId, p.CaseRef, m.Id, m.Name, m.Phone, d.GivenOn, d.RegisteredOn);

    public static Task<GivenDoctor?> OfPersonAsync(VejviserDb db, Guid person, CancellationToken cancel) =>
        (from d in db.PersonDoctors.AsNoTracking()
         where d.PersonId == person && d.PracticeId != null
         join m in db.MedicalPractices on d.PracticeId equals (Guid?)m.Id
         join p in db.People on d.PersonId equals p.Id
         select new GivenDoctor(p.Id, p.HouseholdId, p.CaseRef, m.Id, m.Name, m.Phone, d.GivenOn, d.RegisteredOn)).SingleOrDefaultAsync(cancel);
}
