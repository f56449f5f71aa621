using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads how a practice is offered, what it is limited by, who takes part, and how it ends.</summary>
internal sealed class OfferReader(DefinitionScope scope)
{
    private static readonly OfferRule None = new(StepConditions.None, "", IsVoluntary: true, null, IsByReferral: false, []);

    public OfferRule Offer(Fields definition)
    {
        if (definition.Require("offer") is not { } item)
            return None;
        var fields = Fields.Of(item, scope.Problems);
        var conditions = ConditionReader.Read(fields.Take("if"), scope, isOffer: true);
        var rule = new OfferRule(
            conditions,
            scope.Refer("role", fields.Text("decided-by", true), fields.LineOf("decided-by")) ?? "",
            fields.YesNo("voluntary") ?? true,
            fields.Text("consent") is { } purpose ? scope.ReferConsent(purpose, fields.LineOf("consent")) : null,
            fields.YesNo("by-referral") ?? false,
            scope.Refer("role", fields.Ids("referred-by")));
        fields.Close();
        return rule;
    }

    public Capacity? Capacity(Fields definition)
    {
        if (definition.Take("capacity") is not { } item)
            return null;
        var fields = Fields.Of(item, scope.Problems);
        var seats = scope.Figure(fields, "seats", isRequired: true);
        var per = fields.Word<CapacityPer>("per") ?? CapacityPer.Municipality;
        fields.Close();
        if (seats is { Value: < 1 })
            scope.Problems.Add("below-1", fields.LineOf("seats"), ("key", "seats"));
        return seats is { } figure ? new Capacity(figure, per) : null;
    }

    public List<Limit> Limits(Fields definition)
    {
        if (definition.Take("limits") is not { } item)
            return [];
        var fields = Fields.Of(item, scope.Problems);
        return [.. definition.Entries("limits").Select(e => (Id: e.Key, Value: scope.Figure(fields, e.Key))).Where(l => l.Value is not null).Select(l => new Limit(l.Id, l.Value!.Value))];
    }

    public List<PracticePartner> Partners(Fields definition)
    {
        var partners = new List<PracticePartner>();
        foreach (var fields in scope.Items(definition, "partners"))
        {
            var (id, kind) = (fields.Id(), fields.Word<PartnerKind>("kind", isRequired: true));
            fields.Close();
            if (id is not null)
                partners.Add(new PracticePartner(id, kind ?? default));
            scope.DeclareOne("partner", id, fields.Line);
        }

        return partners;
    }

    public List<SetupItem> Setup(Fields definition)
    {
        var setup = new List<SetupItem>();
        foreach (var fields in scope.Items(definition, "setup"))
        {
            var (id, owner) = (fields.Id(), scope.Refer("role", fields.Text("owner", true), fields.LineOf("owner")));
            fields.Close();
            scope.DeclareOne("setup", id, fields.Line);
            if (id is not null)
                setup.Add(new SetupItem(id, owner ?? ""));
        }

        return setup;
    }

    /// <summary>To be read when the steps are known.</summary>
    public Ending Ending(Fields definition)
    {
        if (definition.Require("ending") is not { } item)
            return new Ending([], [], []);
        var fields = Fields.Of(item, scope.Problems);
        var ending = new Ending(
            scope.Refer("step", fields.Ids("completed", true)), [.. fields.Ids("broken-off", true).Select(r => r.Id)], scope.ReferPractices(fields.Ids("moves-on-to")));
        fields.Close();
        return ending;
    }

    public List<PracticeEffect> Effects(Fields definition)
    {
        var effects = new List<PracticeEffect>();
        foreach (var fields in scope.Items(definition, "effects"))
        {
            var id = fields.Id();
            var (on, kind) = (fields.Word<EffectOn>("on", isRequired: true), fields.Word<EffectKind>("do", isRequired: true));
            var practice = fields.Text("practice", isRequired: true);
            var steps = fields.Ids("steps", isRequired: kind == EffectKind.SkipSteps);
            if (kind != EffectKind.SkipSteps && steps.Count > 0)
                scope.Problems.Add("steps-without-skip", fields.LineOf("steps"));
            fields.Close();
            scope.DeclareOne("effect", id, fields.Line);
            if (id is null || practice is null || on is null || kind is null)
                continue;
            scope.ReferPractices([(practice, fields.LineOf("practice"))]);
            foreach (var (step, line) in steps)
                scope.ReferStepOf(practice, step, line);
            effects.Add(new PracticeEffect(id, on.Value, kind.Value, practice, [.. steps.Select(s => s.Id)]));
        }

        return effects;
    }
}
