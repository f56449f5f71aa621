using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>An uploaded file checked and beside what is registered now. Saves nothing.</summary>
public sealed class PreviewUpload(VejviserDb db, AllocationRules rules, ImportSettings settings, TimeProvider clock)
{
    /// <summary>Failures: <c>import.not-waiting</c> where the bytes are gone, and those of <see cref="AllocationFile.Read"/>.</summary>
    public async Task<Result<ComparedAllocations>> RunAsync(AllocationUpload upload, CancellationToken cancel = default)
    {
        if (upload.Content is null)
            return Failure.Of("import.not-waiting");
        var rows = AllocationFile.Read(upload.Content, settings);
        return rows.IsSuccess
            ? await CompareAllocations.RunAsync(db, CheckAllocations.Run(rows.Value, rules, clock.Today()), rules.Law, cancel)
            : rows.Failure;
    }
}
