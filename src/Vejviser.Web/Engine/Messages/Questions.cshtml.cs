using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Questions nobody has answered and papers nobody has opened, of the people the reader works with, those with a day first, then the oldest.</summary>
public sealed class QuestionsModel(ReadAudit reads) : VejviserPage
{
    private const int Most = 100;

    public IReadOnlyList<(Guid Person, string Name, string Language, DateTime At, string Text, DateOnly? AnswerBy)> Questions { get; private set; } = [];

    public IReadOnlyList<(Guid Person, string Name, DateTime At, int Count)> Documents { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var people = Db.People.VisibleTo(Db, Reader, Clock.Now());
        var questions = await Db.PersonQuestions.AsNoTracking().Where(q => q.AnsweredAt == null).Join(people, q => q.PersonId, p => p.Id, (q, p) => new { Question = q, Person = p })
            .OrderBy(r => r.Question.AnswerBy == null).ThenBy(r => r.Question.AnswerBy).ThenBy(r => r.Question.AskedAt).Take(Most).ToListAsync(Cancel);
        var documents = await Db.PersonDocuments.AsNoTracking().Where(d => d.SeenAt == null).Join(people, d => d.PersonId, p => p.Id, (d, p) => new { d.At, Person = p })
            .OrderBy(r => r.At).Take(Most).ToListAsync(Cancel);
        Questions = [.. questions.Select(r => (r.Person.Id, NameOf(r.Person), r.Question.Language, r.Question.AskedAt, r.Question.Text, r.Question.AnswerBy))];
        Documents = [.. documents.GroupBy(d => d.Person.Id).Select(g => (g.Key, NameOf(g.First().Person), g.Min(d => d.At), g.Count()))];
        var shown = questions.Select(r => r.Person).Concat(documents.Select(d => d.Person)).ToList();
        await reads.ListAsync(Reader.AccountId, "messages.questions.read", new ListRead([.. shown.Select(p => p.HouseholdId).Distinct()], [.. shown.Select(p => p.Id).Distinct()], null), Cancel);
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.questions"]);
    }

    private string NameOf(Person person) => Reader.MaySeeAddress(person) ? $"{person.GivenName} {person.FamilyName}" : person.CaseRef ?? Text["plan.protected"];
}
