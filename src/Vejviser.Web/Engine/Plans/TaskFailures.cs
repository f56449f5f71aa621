using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Why a task could not be changed, with the colleague's name where the rule knows an id.</summary>
internal static class TaskFailures
{
    public static async Task<string> SayAsync(Failure failure, VejviserDb db, PageTexts text, CancellationToken cancel)
    {
        if (!failure.Values.TryGetValue("by", out var by) || by is not Guid account)
            return text[failure];
        var name = await NameAsync(account, db, cancel);
        return text[Failure.Of(failure.Code, [.. failure.Values.Select(v => v.Key == "by" ? (v.Key, name) : (v.Key, v.Value))])];
    }

    public static Task<string?> NameAsync(Guid? account, VejviserDb db, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(a => a.Id == account).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel);
}
