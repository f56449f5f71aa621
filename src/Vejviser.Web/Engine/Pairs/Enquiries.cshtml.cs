using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>What volunteers ask the municipality; who waits longest for an answer on top.</summary>
public sealed class EnquiriesModel(PairPractices all, EffectivePractices practices, PairWords words) : PairsPage(all, practices, words)
{
    public IReadOnlyList<EnquiryLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(Guid enquiry, string? answer) =>
        await ToldAsync(await AnswerEnquiry.RunAsync(Db, enquiry, answer, Reader, Audit("pairs.answer-enquiry"), Cancel), Text["pairs.enquiry.answered"], $"{Address}/enquiries", ShowAsync);

    private async Task<IActionResult> ShowAsync()
    {
        if (Practice.AnswerWorkdays is null)
            return NotFound();
        Lines = await EnquiryList.ReadAsync(Db, Practice.Id, null, Cancel);
        AddCrumbs(Text["pairs.tab.enquiries"]);
        return Page();
    }
}
