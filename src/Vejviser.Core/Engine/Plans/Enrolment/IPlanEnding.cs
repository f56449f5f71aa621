using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>What a higher room takes back when a plan has ended, such as a seat on a course: in the transaction that ends it, so that neither stands without the other.</summary>
public interface IPlanEnding
{
    /// <param name="practices">Those of which plans may have ended.</param>
    Task EndedAsync(IReadOnlyCollection<string> practices, AuditContext audit, CancellationToken cancel);
}
