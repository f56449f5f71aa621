using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>The villa a youth lives in, with the contact person and the telephone that is answered round the clock, as a line among the people around them.</summary>
public sealed class PersonVillaViewComponent(VejviserDb db) : ViewComponent
{
    public sealed record Line(string Villa, string Phone, string Contact);

    public async Task<IViewComponentResult> InvokeAsync(Guid person) => View("/Chapters/Minors/_PersonVilla.cshtml", await (
        from s in db.VillaStays.AsNoTracking()
        where s.HeldPersonId == person
        join v in db.Villas on s.VillaId equals v.Id
        join c in db.VillaContacts on s.ContactId equals c.Id
        select new Line(v.Name, v.Phone, c.Name)).SingleOrDefaultAsync(HttpContext.RequestAborted));
}
