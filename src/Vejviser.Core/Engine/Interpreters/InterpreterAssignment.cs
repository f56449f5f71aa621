namespace Vejviser.Core.Engine.Interpreters;

/// <summary>What is proposed for a booking.</summary>
/// <param name="Chosen">Null where nobody can.</param>
/// <param name="RunnerUp">The best of the others who are free once all proposals are followed.</param>
/// <param name="Obstacles">Where nobody can: what stands in the way of those who interpret the language, and of how many; no entry where nobody interprets it.</param>
public sealed record InterpreterProposal(Guid BookingId, InterpreterFit? Chosen, InterpreterFit? RunnerUp, IReadOnlyDictionary<InterpreterObstacle, int> Obstacles);

/// <summary>
/// Who interprets what: as many bookings as a chain of exchanges can fit, then video before phone before on site, then the nearest. The same bookings and
/// interpreters always give the same answer. One interpreter is never in two places. It does not prove that no other plan fits one more.
/// </summary>
public static class InterpreterAssignment
{
    public static IReadOnlyList<InterpreterProposal> Solve(IReadOnlyList<WantedInterpreter> wanted, IReadOnlyList<AvailableInterpreter> interpreters)
    {
        var fits = wanted.ToDictionary(w => w.BookingId, w => interpreters.Select(i => InterpreterFit.Of(w, i)).ToList());
        var board = new Board(wanted, fits.ToDictionary(f => f.Key, f => f.Value.Where(c => c.Mode is not null).OrderBy(c => c.Rank).ToList()));
        board.Fill();
        board.Better();
        return [.. wanted.Select(w => new InterpreterProposal(
            w.BookingId, board.ChosenFor(w), board.RunnerUpFor(w),
            board.ChosenFor(w) is null ? fits[w.BookingId].Where(f => f.Obstacle != InterpreterObstacle.Language).GroupBy(f => f.Obstacle ?? InterpreterObstacle.Taken).ToDictionary(g => g.Key, g => g.Count()) : new Dictionary<InterpreterObstacle, int>()))];
    }

    private sealed class Board(IReadOnlyList<WantedInterpreter> wanted, Dictionary<Guid, List<InterpreterFit>> choices)
    {
        private readonly Dictionary<Guid, InterpreterFit> chosen = [];

        public InterpreterFit? ChosenFor(WantedInterpreter booking) => chosen.GetValueOrDefault(booking.BookingId);

        public InterpreterFit? RunnerUpFor(WantedInterpreter booking) =>
            ChosenFor(booking) is { } best ? choices[booking.BookingId].Find(c => c != best && InTheWay(booking, c).Count == 0) : null;

        /// <summary>Those with the fewest choices first.</summary>
        public void Fill()
        {
            foreach (var booking in wanted.OrderBy(w => choices[w.BookingId].Count).ThenBy(w => w.StartsAt).ThenBy(w => w.BookingId))
                Place(booking, []);
        }

        /// <summary>Moves one booking at a time to somebody better who is free; each move is a gain, so it ends.</summary>
        public void Better()
        {
            for (var hasMoved = true; hasMoved;)
            {
                hasMoved = false;
                foreach (var booking in wanted.OrderBy(w => w.StartsAt).ThenBy(w => w.BookingId))
                {
                    if (ChosenFor(booking) is not { } now || choices[booking.BookingId].TakeWhile(c => c != now).FirstOrDefault(c => InTheWay(booking, c).Count == 0) is not { } better)
                        continue;
                    chosen[booking.BookingId] = better;
                    hasMoved = true;
                }
            }
        }

        private bool Place(WantedInterpreter booking, HashSet<(Guid, Guid)> tried)
        {
            if (choices[booking.BookingId].Find(c => InTheWay(booking, c).Count == 0) is { } free)
            {
                chosen[booking.BookingId] = free;
                return true;
            }

            foreach (var choice in choices[booking.BookingId].Where(c => tried.Add((booking.BookingId, c.Interpreter.Id))))
            {
                if (InTheWay(booking, choice) is not [var other])
                    continue;
                var was = chosen[other.BookingId];
                chosen.Remove(other.BookingId);
                chosen[booking.BookingId] = choice;
                if (Place(other, tried))
                    return true;
                chosen.Remove(booking.BookingId);
                chosen[other.BookingId] = was;
            }

            return false;
        }

        private List<WantedInterpreter> InTheWay(WantedInterpreter booking, InterpreterFit choice) =>
            [.. wanted.Where(w => w.BookingId != booking.BookingId && chosen.TryGetValue(w.BookingId, out var fit) && fit.Interpreter.Id == choice.Interpreter.Id && w.Overlaps(booking))];
    }
}
