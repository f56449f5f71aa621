using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>The register of rooms: added, corrected, closed.</summary>
public sealed class RoomsModel : VejviserPage
{
    public bool MayEdit => Reader.May(Permissions.OrganisationEdit);

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<StaffUnit> Units { get; private set; } = [];

    public string? UnitOf(Room room) => Units.FirstOrDefault(u => u.Id == room.UnitId)?.Name;

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostSaveAsync(Guid? room, string? name, Guid? unit, int? seats)
    {
        if (!MayEdit)
            return Forbid();
        if (!Unreadable.Tell(this) && seats is { } count)
            return await ToldAsync(await ChangeRoom.RunAsync(Db, new ChangeRoom.Input(room, name, unit, count), Reader, Audit("rooms.change"), Cancel));
        if (seats is null)
            ModelState.AddModelError("", Text["rooms.seats-needed"]);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid room) =>
        MayEdit ? await ToldAsync(await ChangeRoom.CloseAsync(Db, room, isClosed: true, Reader, Audit("rooms.close"), Cancel)) : Forbid();

    public async Task<IActionResult> OnPostReopenAsync(Guid room) =>
        MayEdit ? await ToldAsync(await ChangeRoom.CloseAsync(Db, room, isClosed: false, Reader, Audit("rooms.reopen"), Cancel)) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["rooms.saved"]);
            return LocalRedirect("/rooms");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Rooms = await Db.Rooms.AsNoTracking().OrderBy(r => r.IsClosed).ThenBy(r => r.Name).ToListAsync(Cancel);
        Units = await ReadStaff.UnitsAsync(Db, Cancel);
        AddCrumb(Text["organisation.units.title"], "/organisation");
        AddCrumb(Text["rooms.title"]);
    }
}
