using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Data;

namespace Vejviser.Web.Chapters.Health;

/// <summary>A person's doctor, as a line among the people around them.</summary>
public sealed class PersonDoctorViewComponent(VejviserDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person) =>
        View("/Chapters/Health/_PersonDoctor.cshtml", await GivenDoctors.OfPersonAsync(db, person, HttpContext.RequestAborted));
}
