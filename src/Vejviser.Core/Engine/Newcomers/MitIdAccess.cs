using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// A newcomer's way to their own page by MitID: made at the first sign-in, or when staff close it before. It hangs on the CPR number it was opened by,
/// so that a number that is mended ends what the wrong one opened, and merged people need nothing more.
/// </summary>
public sealed class MitIdAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The row of <c>person_cpr</c>; one access each.</summary>
    public Guid CprId { get; init; }

    public DateTime? LastUsedAt { get; set; }

    /// <summary>Closed by staff: no sign-in opens it. To open it again the row is taken away, and with it every session it had.</summary>
    public DateTime? ClosedAt { get; set; }

    public Guid? ClosedBy { get; set; }

    /// <summary>Of any number the person has or had.</summary>
    public static IQueryable<MitIdAccess> Of(VejviserDb db, Guid personId) => db.MitIdAccesses.Where(a => db.PersonCprs.Any(c => c.Id == a.CprId && c.PersonId == personId));
}
