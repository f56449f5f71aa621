namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>What can only be told when all practices are read: references from one to another, purposes of consent, and roles nobody can fill.</summary>
internal static class CrossReferences
{
    /// <param name="fillable">Roles a municipality can fill; null where that is not to be checked.</param>
    public static void Check(
        IReadOnlyList<ReadPractice> practices, IReadOnlyList<PracticeDefinition> current, IReadOnlyCollection<string>? fillable, IReadOnlyCollection<string>? consents,
        List<CatalogueProblem> found)
    {
        var byId = current.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        foreach (var practice in practices)
        {
            var problems = new Problems(practice.Path, found);
            foreach (var reference in practice.Scope.Practices)
            {
                if (!byId.TryGetValue(reference.Practice, out var other))
                    problems.Add("unknown-practice", reference.Line, ("id", reference.Practice));
                else if (reference.Step is { } step && other.FindStep(step) is null)
                    problems.Add("unknown-step-of", reference.Line, ("id", step), ("practice", reference.Practice));
            }

            foreach (var (purpose, line) in practice.Scope.Consents.Where(c => consents?.Contains(c.Purpose) == false))
                problems.Add("unknown-consent", line, ("id", purpose));
            foreach (var role in practice.Definition.Roles.Where(r => fillable?.Contains(r) == false))
                problems.Add("unfillable-role", practice.Scope.LineOf("role", role), ("id", role));
        }
    }

    /// <summary>The roles of <c>roles.yaml</c> in its order.</summary>
    public static IReadOnlyList<string> Roles(CatalogueFile file, List<CatalogueProblem> found)
    {
        var problems = new Problems(file.Path, found);
        if (YamlTree.Parse(file.Text, problems) is not { } root)
            return [];
        var fields = Fields.Of(root, problems);
        var roles = fields.Ids("roles", isRequired: true).Select(r => r.Id).ToList();
        fields.Close();
        return roles;
    }
}
