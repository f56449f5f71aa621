using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Volunteer trainers with their languages and days, and the rooms on evenings that groups can have.</summary>
public sealed class LanguageGroupSetupModel(LanguageGroupWords words, PersonWords people) : VejviserPage
{
    public LanguageGroupWords Words => words;

    public PersonWords People => people;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public IReadOnlyList<GroupTrainer> Trainers { get; private set; } = [];

    public IReadOnlyList<(GroupTime Time, string Room)> Times { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostTrainerAsync(Guid? id, string? name, string? phone, string? language, string? other, List<Weekdays> days, bool closed) => MayEdit
        ? await ToldAsync(await ChangeTrainer.RunAsync(Db, new ChangeTrainer.Input(id, name, phone, language, other, days.Aggregate(Weekdays.None, (all, day) => all | day), closed), Reader, Audit("groups.change-trainer"), Cancel)) : Forbid();

    public async Task<IActionResult> OnPostTimeAsync(DayOfWeek weekday, TimeOnly at, Guid room) => MayEdit
        ? await ToldAsync(await ChangeGroupTime.AddAsync(Db, weekday, at, room, Reader, Audit("groups.add-time"), Cancel)) : Forbid();

    public async Task<IActionResult> OnPostCloseTimeAsync(Guid id) => MayEdit
        ? await ToldAsync(await ChangeGroupTime.CloseAsync(Db, id, Reader, Audit("groups.close-time"), Cancel)) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["doctors.saved"]);
            return LocalRedirect("/language-groups/setup");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Trainers = await Db.GroupTrainers.AsNoTracking().OrderBy(t => t.IsClosed).ThenBy(t => t.Name).ToListAsync(Cancel);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed).OrderBy(r => r.Name).ToListAsync(Cancel);
        Times = [.. (await Db.GroupTimes.AsNoTracking().Where(t => !t.IsClosed).Join(Db.Rooms, t => t.RoomId, r => r.Id, (t, r) => new { t, r.Name }).ToListAsync(Cancel)).OrderBy(t => t.t.Weekday).ThenBy(t => t.t.At).Select(t => (t.t, t.Name))];
        AddCrumb(Text["groups.title"], "/language-groups");
        AddCrumb(Text["groups.setup"]);
    }
}
