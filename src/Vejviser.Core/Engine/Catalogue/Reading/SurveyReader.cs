namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads what a practice asks those who take part in it; to be asked when steps are known.</summary>
internal sealed class SurveyReader(DefinitionScope scope)
{
    public List<PracticeSurvey> Read(Fields definition)
    {
        var surveys = new List<PracticeSurvey>();
        foreach (var fields in scope.Items(definition, "surveys"))
        {
            var (id, step, questions) = (fields.Id(), scope.Refer("step", fields.Text("step", true), fields.LineOf("step")), fields.Ids("questions", true));
            var least = scope.Figure(fields, "answers-least", isRequired: true);
            if (least is { Value: < 1 })
                scope.Problems.Add("below-1", fields.LineOf("answers-least"), ("key", "answers-least"));
            fields.Close();
            scope.DeclareOne("survey", id, fields.Line);
            if (id is not null && step is not null)
                surveys.Add(new PracticeSurvey(id, step, [.. questions.Select(q => q.Id)], least ?? 1));
        }

        return surveys;
    }
}
