using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Feeds;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Plans;

/// <summary><c>/calendar/SECRET.ics</c>: opened by a calendar program, with the secret as its only key.</summary>
internal static class FeedEndpoint
{
    private const string Limit = "calendar";
    private const int DefaultPerMinute = 300;

    /// <summary>So many askings a minute from one address (<c>Calendar:RequestsPerMinute</c>): a mail server may ask for a whole town hall.</summary>
    public static IServiceCollection AddCalendarFeed(this IServiceCollection services) => services.AddScoped<FeedCalendar>().AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Calendar:RequestsPerMinute", DefaultPerMinute),
            Window = TimeSpan.FromMinutes(1),
        }));
    });

    public static void MapCalendarFeed(this WebApplication app) =>
        app.MapMethods("/calendar/{token}.ics", [HttpMethods.Get, HttpMethods.Head], ReadAsync).AllowAnonymous().RequireRateLimiting(Limit);

    private static async Task ReadAsync(string token, HttpContext http, VejviserDb db, PreparedReads reads, FeedCalendar calendar, TimeProvider clock)
    {
        var cancel = http.RequestAborted;
        var owner = await FeedTasks.OwnerAsync(db, FeedToken.HashOf(token), cancel);
        // What the employee may no longer see, the calendar no longer shows: read anew each time, as for a page.
        var reader = owner is { } account ? await LoadReader.RunAsync(reads, account, null, cancel) : null;
        if (reader?.May(Permissions.Work) != true)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader.Language == "en" ? "en-GB" : "da-DK");
        var tasks = await FeedTasks.ReadAsync(db, reader.AccountId, cancel);
        var text = await calendar.WriteAsync(tasks, $"{http.Request.Scheme}://{http.Request.Host}", clock.Today(), cancel);
        var body = Encoding.UTF8.GetBytes(text);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, max-age=900";
        if (http.Request.Headers.IfNoneMatch.Any(t => t?.Contains(tag, StringComparison.Ordinal) == true))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = "text/calendar; charset=utf-8";
        http.Response.Headers[HeaderNames.ContentDisposition] = "inline; filename=\"vejviser.ics\"";
        http.Response.ContentLength = body.Length;
        if (HttpMethods.IsGet(http.Request.Method))
            await http.Response.Body.WriteAsync(body, cancel);
    }
}
