using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>Files of the newcomer's page: the appointments for a telephone's calendar, and the contact person's picture.</summary>
internal static class MyFiles
{
    public static void MapMyFiles(this WebApplication app)
    {
        app.MapGet("/my/appointments.ics", CalendarAsync).RequireAuthorization(NewcomerSignIn.Policy);
        app.MapGet("/my/people/{id:guid}/picture", PictureAsync).RequireAuthorization(NewcomerSignIn.Policy);
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, VejviserDb db, CurrentNewcomer who, MyAppointments appointments, TimeProvider clock)
    {
        var mine = await appointments.OfAsync(db, who.Required, clock.Today(), http.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(MyAppointments.Calendar(mine, clock.Today())), "text/calendar; charset=utf-8", "vejviser.ics");
    }

    private static async Task<IResult> PictureAsync(Guid id, HttpContext http, VejviserDb db, EffectivePractices practices, CurrentNewcomer who)
    {
        var people = await ContactPeople.OfAsync(db, practices, who.Required, http.RequestAborted);
        var picture = people.Any(p => p.AccountId == id) ? await db.AccountPictures.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == id, http.RequestAborted) : null;
        return picture is null ? Results.NotFound() : Results.File(picture.Content, picture.ContentType);
    }
}
