using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>Adds or corrects an interpreter of the register, closes one, or opens one again.</summary>
public static class ChangeInterpreter
{
    private const int MostTravel = 24 * 60;

    /// <param name="Id">Null adds one.</param>
    /// <param name="Languages">BCP 47, each with a dialect or none.</param>
    public sealed record Input(
        Guid? Id, string? Name, DateOnly? BirthDate, Sex Sex, bool IsCertified, bool ByVideo, bool ByPhone, bool OnSite, string? TravelBase, int? TravelMinutes, string? Email, string? Phone,
        IReadOnlyCollection<(string Language, string? Dialect)> Languages, IReadOnlyCollection<(DayOfWeek Weekday, TimeOnly From, TimeOnly Until)> Hours);

    /// <returns>The interpreter. Failures: <c>interpreters.name-missing</c>, <c>interpreters.language-missing</c>, <c>interpreters.mode-missing</c>, <c>interpreters.travel</c>, <c>interpreters.hours</c>, <c>interpreters.unknown</c>, <c>interpreters.changed-meanwhile</c>.</returns>
    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, AuditContext audit, CancellationToken cancel)
    {
        // The command's id is the interpreter's: sent twice, it names the one it made.
        var id = input.Id ?? audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return id;
        if (Refusal(input) is { } refusal)
            return refusal;
        var interpreter = input.Id is null
            ? db.Interpreters.Add(new Interpreter { Id = id, Name = "" }).Entity
            : await db.Interpreters.Include(i => i.Languages).Include(i => i.Hours).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (interpreter is null)
            return Failure.Of("interpreters.unknown");
        (interpreter.Name, interpreter.BirthDate, interpreter.Sex, interpreter.IsCertified) = (input.Name!.Trim(), input.BirthDate, input.Sex, input.IsCertified);
        (interpreter.ByVideo, interpreter.ByPhone, interpreter.OnSite) = (input.ByVideo, input.ByPhone, input.OnSite);
        (interpreter.TravelBase, interpreter.TravelMinutes, interpreter.Email, interpreter.Phone) = (input.TravelBase.OrNull(), input.TravelMinutes, input.Email.OrNull(), input.Phone.OrNull());
        SetLanguages(interpreter, input);
        SetHours(interpreter, input);
        if (!db.ChangeTracker.HasChanges())
            return id;
        interpreter.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "interpreter", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("interpreters.changed-meanwhile") : id;
    }

    /// <returns>Failures: <c>interpreters.unknown</c>, <c>interpreters.changed-meanwhile</c>.</returns>
    public static async Task<Result<Done>> CloseAsync(VejviserDb db, Guid id, bool isClosed, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Interpreters.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } interpreter)
            return Failure.Of("interpreters.unknown");
        if (interpreter.IsClosed == isClosed)
            return Done.Result;
        interpreter.IsClosed = isClosed;
        interpreter.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "interpreter", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("interpreters.changed-meanwhile") : Done.Result;
    }

    private static Failure? Refusal(Input input)
    {
        if (string.IsNullOrWhiteSpace(input.Name))
            return Failure.Of("interpreters.name-missing");
        if (input.Languages.Count == 0)
            return Failure.Of("interpreters.language-missing");
        if (!(input.ByVideo || input.ByPhone || input.OnSite))
            return Failure.Of("interpreters.mode-missing");
        if (input.TravelMinutes is < 0 or > MostTravel)
            return Failure.Of("interpreters.travel", ("most", MostTravel));
        return input.Hours.Any(h => h.From >= h.Until) ? Failure.Of("interpreters.hours") : null;
    }

    private static void SetLanguages(Interpreter interpreter, Input input)
    {
        var wanted = input.Languages.Select(l => (l.Language, Dialect: l.Dialect.OrNull() ?? "")).Distinct().ToList();
        interpreter.Languages.RemoveAll(l => !wanted.Contains((l.Language, l.Dialect)));
        interpreter.Languages.AddRange(wanted.Where(w => !interpreter.Languages.Exists(l => (l.Language, l.Dialect) == w))
            .Select(w => new InterpreterLanguage { InterpreterId = interpreter.Id, Language = w.Language, Dialect = w.Dialect }));
    }

    private static void SetHours(Interpreter interpreter, Input input)
    {
        var wanted = input.Hours.DistinctBy(h => (h.Weekday, h.From)).ToList();
        interpreter.Hours.RemoveAll(h => !wanted.Exists(w => (w.Weekday, w.From) == (h.Weekday, h.From)));
        interpreter.Hours.ForEach(h => h.Until = wanted.Find(w => (w.Weekday, w.From) == (h.Weekday, h.From)).Until);
        interpreter.Hours.AddRange(wanted.Where(w => !interpreter.Hours.Exists(h => (h.Weekday, h.From) == (w.Weekday, w.From)))
            .Select(w => new InterpreterHours { InterpreterId = interpreter.Id, Weekday = w.Weekday, From = w.From, Until = w.Until }));
    }
}
