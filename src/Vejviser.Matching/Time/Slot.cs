namespace Vejviser.Matching.Time;

/// <summary>One way to hold a meeting.</summary>
/// <param name="Room">-1: none.</param>
/// <param name="Interpreter">-1: none.</param>
/// <param name="Travel">Minutes there and back; 0 but on site.</param>
internal sealed record Slot(int Meeting, int Start, int End, MeetingMode Mode, int Room, int Interpreter, int Travel, long Cost);
