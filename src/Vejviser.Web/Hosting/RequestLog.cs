using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Vejviser.Web.Hosting;

/// <summary>
/// One line a request, by the route's pattern: never the address, which may hold an id or what somebody searched for.
/// A request that failed is always logged, with the number that the error page shows; the others with
/// <c>Logging:LogLevel:Vejviser.Requests</c> at <c>Information</c>.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILoggerFactory loggers, TimeProvider clock)
{
    private const string Category = "Vejviser.Requests";
    private readonly ILogger log = loggers.CreateLogger(Category);

    /// <summary>The framework's own lines of these kinds name addresses or what somebody wrote: no setting brings them back.</summary>
    public static void Quieten(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);

    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        await next(context);
        var error = context.Features.Get<IExceptionHandlerFeature>();
        if (error is null && !log.IsEnabled(LogLevel.Information))
            return;
        var route = ((error?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var milliseconds = (long)clock.GetElapsedTime(began).TotalMilliseconds;
        if (error is null)
            Answered(log, context.Request.Method, route, context.Response.StatusCode, milliseconds);
        else
            Failed(log, context.Request.Method, route, context.Response.StatusCode, milliseconds, ReferenceOf(context), ErrorShape.Of(error.Error));
    }

    /// <summary>What the error page shows and the log line holds: names the request and nobody.</summary>
    public static string ReferenceOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Route} {Status} {Milliseconds} ms, reference {Reference}\n{Error}")]
    private static partial void Failed(ILogger log, string method, string route, int status, long milliseconds, string reference, string error);
}
