using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>A person's doctor follows when two people turn out to be one; where both have one, the merged person's stays where it is. The ledger's lines stay: what was given was given.</summary>
public sealed class DoctorOfPerson : IPersonPart
{
    public string Code => "person-doctor";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel) =>
        await sides.Db.PersonDoctors.AnyAsync(d => d.PersonId == sides.Kept.Id, cancel) || !await GiveAsync(sides, sides.Merged.Id, sides.Kept.Id, cancel) ? null : JsonValue.Create(true);

    public Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel) => GiveAsync(sides, sides.Kept.Id, sides.Merged.Id, cancel);

    /// <summary>The person is the row's key: a new one in the old one's place.</summary>
    private static async Task<bool> GiveAsync(MergeSides sides, Guid from, Guid to, CancellationToken cancel)
    {
        if (await sides.Db.PersonDoctors.SingleOrDefaultAsync(d => d.PersonId == from, cancel) is not { } doctor)
            return false;
        sides.Db.Remove(doctor);
        sides.Db.Add(new PersonDoctor
        {
            PersonId = to, PracticeId = doctor.PracticeId, GivenOn = doctor.GivenOn, RegisteredOn = doctor.RegisteredOn, LeftPracticeId = doctor.LeftPracticeId, WaitsSince = doctor.WaitsSince, NeedsNone = doctor.NeedsNone,
            ChosenPracticeId = doctor.ChosenPracticeId, ChosenReason = doctor.ChosenReason, ChosenBy = doctor.ChosenBy, Version = doctor.Version + 1,
        });
        return true;
    }
}
