using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>How an interpreter takes part, in the order they are preferred.</summary>
public enum InterpretingMode
{
    Video = 1,
    Phone,
    OnSite,
}

/// <summary>Somebody of the register who interprets.</summary>
public sealed class Interpreter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The least age of the law is reckoned from it; without it nobody is assigned where the law has one.</summary>
    public DateOnly? BirthDate { get; set; }

    public Sex Sex { get; set; }

    public bool IsCertified { get; set; }

    public bool ByVideo { get; set; }

    public bool ByPhone { get; set; }

    public bool OnSite { get; set; }

    /// <summary>Where journeys begin: a postcode or a municipality.</summary>
    public string? TravelBase { get; set; }

    /// <summary>One way to the town hall; null where it is not known.</summary>
    public int? TravelMinutes { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>Is assigned to nothing more; what is assigned stands.</summary>
    public bool IsClosed { get; set; }

    public List<InterpreterLanguage> Languages { get; init; } = [];

    /// <summary>When they can be asked, week by week; with no row at any time.</summary>
    public List<InterpreterHours> Hours { get; init; } = [];

    public int Version { get; set; }

    /// <summary>Age in whole years on a day; null where the birth date is not known.</summary>
    public int? AgeOn(DateOnly day) => Age.On(day, BirthDate, year: null);
}

/// <summary>A language an interpreter interprets, and one dialect of it where that is told.</summary>
public sealed class InterpreterLanguage
{
    public Guid InterpreterId { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Empty where no dialect is told.</summary>
    public string Dialect { get; init; } = "";
}

/// <summary>A stretch of each week in which an interpreter can be asked, by the clock on the town hall.</summary>
public sealed class InterpreterHours
{
    public Guid InterpreterId { get; init; }

    public DayOfWeek Weekday { get; init; }

    public TimeOnly From { get; init; }

    public TimeOnly Until { get; set; }
}

/// <summary>A newcomer does not want this interpreter again, or knows them: they are not proposed.</summary>
public sealed class InterpreterAvoided
{
    public Guid PersonId { get; init; }

    public Guid InterpreterId { get; init; }
}
