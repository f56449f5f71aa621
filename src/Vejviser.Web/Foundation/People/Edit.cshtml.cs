using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Web.Foundation.People;

/// <summary>A person's data. A save over somebody else's is told with both values, and nothing written is lost.</summary>
public sealed class EditModel : PersonPage
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    /// <summary>The person's version when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Fields that somebody else changed meanwhile.</summary>
    public IReadOnlyList<string> Conflicts { get; private set; } = [];

    /// <summary>The person as stored now, where there are conflicts.</summary>
    public Person? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.edit"], "people.data.read") is { } otherwise)
            return otherwise;
        var languages = await Db.PersonLanguages.AsNoTracking().Where(l => l.PersonId == Id).OrderBy(l => l.Language).ToListAsync(Cancel);
        (Form, Version) = (PersonForm.Of(Person, languages), Person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await OpenAsync(Text["people.tab.edit"], read: null) is { } otherwise)
            return otherwise;
        if (CannotBeRead())
            return Page();
        var edit = new PersonEdit(Id, Version, Form.ToPerson(Person), Form.SpokenToo());
        var edited = await EditPerson.RunAsync(Db, Reader, Audit("people.edit"), Today, edit, Cancel);
        if (!edited.IsSuccess)
        {
            TellFailure(edited.Failure);
            return Page();
        }

        if (edited.Value.IsConflict)
        {
            (Conflicts, Stored, Version) = (edited.Value.Conflicts, edited.Value.Stored, edited.Value.Stored.Version);
            ModelState.Remove(nameof(Version));
            TellFailure(Failure.Of("people.changed-meanwhile"));
            return Page();
        }

        Tell(edited.Value.Changed.Count == 0 ? Text["people.edit.unchanged"] : Text["people.edit.saved"]);
        return LocalRedirect($"/people/{Id}/edit");
    }

    public async Task<IActionResult> OnPostProtectAsync(bool isProtected)
    {
        if (await OpenAsync(Text["people.tab.edit"], read: null) is { } otherwise)
            return otherwise;
        var done = await ProtectAddress.RunAsync(Db, Reader, Audit("people.protect-address"), Id, isProtected, Cancel);
        Tell(done.IsSuccess ? Text[isProtected ? "people.protect.set" : "people.protect.lifted"] : Text[done.Failure]);
        return LocalRedirect($"/people/{Id}/edit");
    }

    public bool MayProtect => Reader.May(Permissions.ProtectedAddress);
}
