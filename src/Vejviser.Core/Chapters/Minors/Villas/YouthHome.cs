namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>What is written about a youth before a villa is chosen: whether living with others fits, who has custody, what they wish, and what staff chose by hand.</summary>
public sealed class YouthHome
{
    public Guid PersonId { get; init; }

    /// <summary>The day it was judged whether a villa fits, after the visit at the asylum centre; null while it is not.</summary>
    public DateOnly? AssessedOn { get; set; }

    public bool Fits { get; set; }

    /// <summary>The temporary custody holder's name where it is nobody in the product; a relation in the product counts without it.</summary>
    public string? CustodyHolder { get; set; }

    /// <summary>The villa the youth would like best.</summary>
    public Guid? WishedVillaId { get; set; }

    /// <summary>Chosen by hand for the next decision; null with a reason: waits.</summary>
    public Guid? ChosenVillaId { get; set; }

    /// <summary>Null where the proposal decides.</summary>
    public string? ChosenReason { get; set; }

    public int Version { get; set; }
}

/// <summary>Two youths who get on, or must not live together. One row a pair, whoever said it: the first is the lower id.</summary>
public sealed class YouthTie
{
    public Guid PersonId { get; init; }

    public Guid OtherPersonId { get; init; }

    /// <summary>Must not live in one house; else they would like to.</summary>
    public bool IsApart { get; set; }

    /// <summary>The pair in the order it is kept.</summary>
    internal static (Guid First, Guid Second) PairOf(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);
}
