namespace Vejviser.Matching.Assignment;

/// <summary>The problem cannot be read as one: what is wrong, with the id it is about.</summary>
public sealed class BadProblemException(Reason reason) : Exception(reason.ToString())
{
    public Reason Reason { get; } = reason;
}
