using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>The figures of the practice <c>video-interpreting</c> as the municipality has set them.</summary>
/// <param name="MostInView">People in view on video.</param>
/// <param name="TargetVideo">Percent of all bookings.</param>
/// <param name="TravelMinutes">Saved by a talk on video where the interpreter's way is not known, there and back.</param>
/// <param name="KronerPerHour">What an hour of travel costs.</param>
public sealed record InterpretingRules(int MostInView, int TargetVideo, int TravelMinutes, int KronerPerHour, int OwnLeastAge)
{
    public const string Practice = "video-interpreting";

    public static async Task<InterpretingRules> LoadAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var definition = (await practices.InUseAsync(db, Practice, cancel))!;
        return new InterpretingRules(
            definition.LimitOf("people-in-view-most"), definition.Settings.Single(s => s.Id == "target-video").Value, definition.LimitOf("travel-minutes-saved"),
            definition.LimitOf("travel-hour-kroner"), definition.LimitOf("interpreter-age-least"));
    }

    /// <summary>The law's least age on the day, or the municipality's own where it asks for more; null where the law has none.</summary>
    public int? LeastAge(LawBook law, DateOnly day, InterpretingField field) =>
        law.InterpreterLeastAge(day, field) is { IsSuccess: true, Value.Age: { } age } ? Math.Max(age, OwnLeastAge) : null;
}
