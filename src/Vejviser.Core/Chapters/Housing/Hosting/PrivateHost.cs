namespace Vejviser.Core.Chapters.Housing.Hosting;

public enum HostState
{
    /// <summary>Has come forward; nobody has judged the home yet.</summary>
    Enquired = 1,

    /// <summary>Visited and judged fit: on the list, or somebody lives there.</summary>
    Fit,
    Unfit,

    /// <summary>No longer a host, by their own wish.</summary>
    Withdrawn,
}

/// <summary>How much a host and a household want to do together.</summary>
public enum Togetherness
{
    NoMatter = 0,

    /// <summary>Meals and evenings together.</summary>
    Together,

    /// <summary>Each by themselves under one roof.</summary>
    Apart,
}

/// <summary>A private person who will let a room to the municipality, from the enquiry on (Furesø, the catalogue's page 18). No newcomer and no account.</summary>
public sealed class PrivateHost
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required string Address { get; set; }

    /// <summary>As it was written and never proven: nothing is sent to it.</summary>
    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary><c>da</c> or <c>en</c>: what the form was read in.</summary>
    public required string Language { get; set; }

    /// <summary>Rooms to let.</summary>
    public int Rooms { get; set; }

    /// <summary>People there is room for.</summary>
    public int PeopleMost { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Who smokes may live there.</summary>
    public bool AcceptsSmoking { get; set; }

    public bool HasPets { get; set; }

    public Togetherness Together { get; set; }

    /// <summary>BCP 47 codes of what is spoken in the home, with spaces between.</summary>
    public required string Speaks { get; set; }

    /// <summary>In the host's own words.</summary>
    public string? About { get; set; }

    public DateTime ReceivedAt { get; init; }

    /// <summary>The day they are promised an answer by.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>The day somebody called or a visit was booked; null while nobody has.</summary>
    public DateOnly? AnsweredOn { get; set; }

    public HostState State { get; set; } = HostState.Enquired;

    public Guid? VisitMeetingId { get; set; }

    public DateOnly? JudgedOn { get; set; }

    /// <summary>Why the home is fit or not.</summary>
    public string? Judgement { get; set; }

    /// <summary>What was settled at the visit about everyday life.</summary>
    public string? Expectations { get; set; }

    /// <summary>The room as a home of the register; null until it is judged fit.</summary>
    public Guid? DwellingId { get; set; }

    /// <summary>What such a room is worth here, kroner a month without use.</summary>
    public int? MarketRent { get; set; }

    /// <summary>What the market rent is judged by.</summary>
    public string? MarketRentGround { get; set; }

    /// <summary>Free for somebody since; null until judged fit.</summary>
    public DateOnly? WaitingSince { get; set; }

    /// <summary>The day by which the host is promised another household; null where none is owed. The next is proposed by itself.</summary>
    public DateOnly? NextBy { get; set; }

    public int Version { get; set; }

    public IReadOnlyList<string> Languages => Speaks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Nobody has answered in time: by calculation, never a flag.</summary>
    public bool IsLateOn(DateOnly day) => State == HostState.Enquired && (AnsweredOn ?? day) > AnswerBy;
}

/// <summary>The municipality's lease of a host's room: the municipality is tenant, for a time. Households come and go within it.</summary>
public sealed class HostLease
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HostId { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; init; }

    /// <summary>Kroner a month, without use.</summary>
    public int Rent { get; init; }

    public int Use { get; init; }

    /// <summary>What the room was judged to be worth when it was signed.</summary>
    public int MarketRent { get; init; }

    public DateTime SignedAt { get; init; }

    public Guid? SignedBy { get; init; }

    /// <summary>Ended before its last day.</summary>
    public DateOnly? EndedOn { get; set; }

    public bool RunsOn(DateOnly day) => EndedOn is null && To >= day;
}

/// <summary>What a household wishes of a home with a host, in so far as it decides with whom it can live.</summary>
public sealed class HostingWish
{
    public Guid HouseholdId { get; init; }

    public bool Smokes { get; set; }

    /// <summary>Cannot live with animals.</summary>
    public bool AvoidsPets { get; set; }

    public Togetherness Together { get; set; }

    /// <summary>Where they would like to live; null anywhere.</summary>
    public Guid? AreaId { get; set; }

    public int Version { get; set; }
}
