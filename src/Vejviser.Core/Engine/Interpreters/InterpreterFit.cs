using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>Why an interpreter cannot take a booking.</summary>
public enum InterpreterObstacle
{
    Language = 1,
    Dialect,
    Closed,
    UnderAge,
    AgeUnknown,
    Avoided,
    Sex,
    Mode,
    Hours,
    Taken,
}

/// <summary>A booking that wants an interpreter.</summary>
/// <param name="LeastAge">By the law of the day; null where it has none.</param>
/// <param name="FitsOnVideo">False where more take part than may be in view.</param>
/// <param name="Avoided">Interpreters whom those who take part do not want.</param>
public sealed record WantedInterpreter(
    Guid BookingId, DateTime StartsAt, DateTime EndsAt, string Language, string? Dialect, Sex Sex, InterpretingMode? Mode, bool FitsOnVideo, int? LeastAge, IReadOnlySet<Guid> Avoided)
{
    public bool Overlaps(WantedInterpreter other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;
}

/// <summary>An interpreter with what their calendar holds already.</summary>
/// <param name="Taken">Times in other meetings, UTC.</param>
public sealed record AvailableInterpreter(Interpreter Interpreter, IReadOnlyList<(DateTime From, DateTime Until)> Taken);

/// <summary>An interpreter seen against a booking: the way they would take part, or what stands in the way first.</summary>
public sealed record InterpreterFit(Interpreter Interpreter, InterpretingMode? Mode, InterpreterObstacle? Obstacle)
{
    /// <summary>Video first, then the nearest; who is certified, and then the name, decide between equals.</summary>
    internal (InterpretingMode? Mode, int Travel, bool IsUncertified, string Name, Guid Id) Rank =>
        (Mode, Mode == InterpretingMode.OnSite ? Interpreter.TravelMinutes ?? int.MaxValue : 0, !Interpreter.IsCertified, Interpreter.Name, Interpreter.Id);

    public static InterpreterFit Of(WantedInterpreter wanted, AvailableInterpreter available)
    {
        var interpreter = available.Interpreter;
        if (ObstacleOf(wanted, interpreter) is { } obstacle)
            return new InterpreterFit(interpreter, null, obstacle);
        if (ModeOf(wanted, interpreter) is not { } mode)
            return new InterpreterFit(interpreter, null, InterpreterObstacle.Mode);
        if (!IsInHours(wanted, interpreter))
            return new InterpreterFit(interpreter, null, InterpreterObstacle.Hours);
        return available.Taken.Any(t => t.From < wanted.EndsAt && wanted.StartsAt < t.Until)
            ? new InterpreterFit(interpreter, null, InterpreterObstacle.Taken)
            : new InterpreterFit(interpreter, mode, null);
    }

    private static InterpreterObstacle? ObstacleOf(WantedInterpreter wanted, Interpreter interpreter)
    {
        var spoken = interpreter.Languages.Where(l => l.Language == wanted.Language).ToList();
        if (spoken.Count == 0)
            return InterpreterObstacle.Language;
        if (wanted.Dialect is { } dialect && !spoken.Exists(l => string.Equals(l.Dialect, dialect, StringComparison.OrdinalIgnoreCase)))
            return InterpreterObstacle.Dialect;
        if (interpreter.IsClosed)
            return InterpreterObstacle.Closed;
        if (wanted.LeastAge is { } least)
        {
            if (interpreter.AgeOn(TimeZones.DayOf(wanted.StartsAt)) is not { } age)
                return InterpreterObstacle.AgeUnknown;
            if (age < least)
                return InterpreterObstacle.UnderAge;
        }

        if (wanted.Avoided.Contains(interpreter.Id))
            return InterpreterObstacle.Avoided;
        return wanted.Sex != Sex.Unknown && wanted.Sex != interpreter.Sex ? InterpreterObstacle.Sex : null;
    }

    private static InterpretingMode? ModeOf(WantedInterpreter wanted, Interpreter interpreter)
    {
        foreach (var mode in Enum.GetValues<InterpretingMode>())
        {
            var can = mode switch { InterpretingMode.Video => interpreter.ByVideo && wanted.FitsOnVideo, InterpretingMode.Phone => interpreter.ByPhone, _ => interpreter.OnSite };
            if (can && (wanted.Mode is null || wanted.Mode == mode))
                return mode;
        }

        return null;
    }

    private static bool IsInHours(WantedInterpreter wanted, Interpreter interpreter)
    {
        var (from, until) = (TimeZones.ToDanish(wanted.StartsAt), TimeZones.ToDanish(wanted.EndsAt));
        return interpreter.Hours.Count == 0
            || interpreter.Hours.Exists(h => h.Weekday == from.DayOfWeek && h.From <= TimeOnly.FromDateTime(from) && TimeOnly.FromDateTime(until) <= h.Until && from.Date == until.Date);
    }
}
