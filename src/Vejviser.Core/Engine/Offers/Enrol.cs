using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Somebody who said yes and begins.</summary>
/// <param name="PersonId">Set where the practice is for a person.</param>
/// <param name="Start">The day the course starts; null is today.</param>
/// <param name="Despite">Why somebody outside the target group begins all the same.</param>
public sealed record Enrolment(string Practice, Guid HouseholdId, Guid? PersonId, Guid OfferId, DateOnly? Start, string? Despite);

/// <summary>
/// Takes somebody into a practice after a yes, inside the transaction that notes the yes.
/// </summary>
/// <returns>The plan, running or waiting for a seat; or why a rule said no: then the yes is not noted either.</returns>
public delegate Task<Result<Guid>> Enrol(Enrolment enrolment, AuditContext audit, CancellationToken cancel);
