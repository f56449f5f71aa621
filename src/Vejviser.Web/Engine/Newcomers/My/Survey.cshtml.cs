using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>A few questions about how I am doing; nobody sees what I answered.</summary>
public sealed class SurveyModel(AnswerSurvey answer) : MyPage
{
    private const string Field = "q-";

    public OpenSurvey? Open { get; private set; }

    /// <summary>By question, as they were chosen.</summary>
    public IReadOnlyDictionary<string, int> Scores { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync() => Open = (await answer.OpenAsync(Me, Today, Cancel)).FirstOrDefault();

    public async Task<IActionResult> OnPostAsync(Guid plan, string? survey)
    {
        Scores = Request.Form.Where(f => f.Key.StartsWith(Field, StringComparison.Ordinal) && int.TryParse(f.Value, CultureInfo.InvariantCulture, out _))
            .ToDictionary(f => f.Key[Field.Length..], f => int.Parse(f.Value.ToString(), CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var answered = await answer.RunAsync(Me, plan, survey ?? "", Scores, Audit("newcomers.answer-survey"), Cancel);
        if (answered.IsSuccess)
        {
            Told("survey.thanks");
            return LocalRedirect("/my/road");
        }

        Tell(answered.Failure);
        await OnGetAsync();
        return Page();
    }
}
