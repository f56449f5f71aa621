using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>A field that does not parse: the framework's own message repeats what was typed, in one language. Ours does not.</summary>
internal static class Unreadable
{
    public static bool Tell(PageModel page)
    {
        var unreadable = page.ModelState.Where(f => f.Value is { Errors.Count: > 0 }).Select(f => f.Key).ToList();
        foreach (var field in unreadable)
        {
            var state = page.ModelState[field]!;
            state.Errors.Clear();
            page.ModelState.AddModelError(field.Replace('.', '_'), page.HttpContext.RequestServices.GetRequiredService<PageTexts>()["people.unreadable"]);
        }

        return unreadable.Count > 0;
    }
}
