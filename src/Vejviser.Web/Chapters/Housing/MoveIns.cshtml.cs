using Vejviser.Core.Chapters.Housing.MoveIns;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The move-ins under way of households the reader works with: what is left of each part, and what is late.</summary>
public sealed class MoveInsModel : VejviserPage
{
    public IReadOnlyList<MoveInSummary> MoveIns { get; private set; } = [];

    public async Task OnGetAsync()
    {
        MoveIns = await ReadMoveIn.RunningAsync(Db, Reader, Today, Clock.Now(), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.move-in.title"]);
    }
}
