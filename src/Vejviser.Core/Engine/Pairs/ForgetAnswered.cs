using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Section <c>Pairs</c> of the settings file.</summary>
public sealed record PairSettings
{
    public const string Section = "Pairs";

    /// <summary>Months an answered question from volunteers is kept; 0 keeps all.</summary>
    public int EnquiryMonths { get; init; } = 12;

    /// <summary>Minutes between two looks for them; 0 looks never.</summary>
    public int EveryMinutes { get; init; } = 360;
}

/// <summary>
/// Deletes volunteers' questions that were answered long ago: they are free text, and may tell of somebody (GDPR, article 5(1)(e)). One that waits for an answer stays. The audit keeps that there was a question, and nothing of what it said.
/// </summary>
public static class ForgetAnswered
{
    private const int MostAtOnce = 200;

    /// <returns>How many were deleted.</returns>
    public static async Task<int> RunAsync(VejviserDb db, int months, AuditContext audit, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (months <= 0)
            return 0;
        var before = audit.At.AddMonths(-months);
        var old = await db.VolunteerEnquiries.Where(e => e.AnsweredAt != null && e.AnsweredAt < before).OrderBy(e => e.AnsweredAt).Take(MostAtOnce).ToListAsync(cancel);
        if (old.Count == 0)
            return 0;
        db.VolunteerEnquiries.RemoveRange(old);
        return await db.SaveAsync(audit, [.. old.Select(e => new AuditSubject(Entity: "volunteer-enquiry", EntityId: e.Id))], cancel) == SaveOutcome.Saved ? old.Count : 0;
    }
}
