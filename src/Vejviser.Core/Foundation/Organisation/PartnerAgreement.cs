namespace Vejviser.Core.Foundation.Organisation;

/// <summary>
/// Which organisation is a practice's partner here, and the agreement with it. Who does what stands in the practice's definition: a step with this partner
/// is the partner's, the others are the municipality's.
/// </summary>
public sealed class PartnerAgreement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The practice's id.</summary>
    public required string Practice { get; init; }

    /// <summary>The partner's id in the definition, such as <c>operator</c>.</summary>
    public required string Partner { get; init; }

    public Guid PartnerId { get; set; }

    /// <summary>The day both managements signed; null while they have not.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>The day it is to be read again.</summary>
    public DateOnly? RereadOn { get; set; }

    /// <summary>Whom to call there, and how.</summary>
    public string? Contact { get; set; }

    public int Version { get; set; }
}
