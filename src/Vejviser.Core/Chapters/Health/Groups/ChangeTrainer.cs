using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>Registers a volunteer trainer, corrects, closes and takes up again. Failures: <c>groups.forbidden</c>, <c>groups.name-missing</c>, <c>groups.too-long</c>, <c>groups.language-missing</c>, <c>groups.days-missing</c>, <c>groups.unknown-trainer</c>.</summary>
public static class ChangeTrainer
{
    public const int MostCharacters = 200;

    /// <param name="Id">Null registers one.</param>
    public sealed record Input(Guid? Id, string? Name, string? Phone, string? Language, string? OtherLanguage, Weekdays Days, bool IsClosed = false);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("groups.forbidden");
        if (name.Length == 0)
            return Failure.Of("groups.name-missing");
        if (name.Length > MostCharacters || input.Phone?.Length > MostCharacters)
            return Failure.Of("groups.too-long", ("most", MostCharacters));
        if (string.IsNullOrWhiteSpace(input.Language))
            return Failure.Of("groups.language-missing");
        if ((input.Days & Weekdays.All) == Weekdays.None)
            return Failure.Of("groups.days-missing");
        var trainer = input.Id is { } id ? await db.GroupTrainers.SingleOrDefaultAsync(t => t.Id == id, cancel) : db.Add(new GroupTrainer { Name = name, Language = input.Language }).Entity;
        if (trainer is null)
            return Failure.Of("groups.unknown-trainer");
        (trainer.Name, trainer.Phone, trainer.Language, trainer.OtherLanguage) = (name, input.Phone.OrNull(), input.Language, input.OtherLanguage.OrNull());
        (trainer.Days, trainer.IsClosed) = (input.Days & Weekdays.All, input.IsClosed);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "group-trainer", EntityId: trainer.Id), cancel);
        return trainer.Id;
    }
}
