using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Catalogue;

/// <summary><c>catalogue/schema.json</c> is what editors know of the format; here it is held to the reader and to the shipped files.</summary>
public sealed class SchemaTests
{
    private static readonly SmallSchema Schema = new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "catalogue", "schema.json")))!.AsObject());

    /// <summary>Every block of the format once, each with a key nobody knows, named after the place in the schema.</summary>
    private const string EveryBlock = """
        id: everything
        chapter: employment
        zz.: 1
        origin: { municipalities: [Havneby], page: 1, zz.origin: 1 }
        version: 1
        for: person
        lead: advisor
        contact: advisor
        settings: { weeks: { default: 1, unit: weeks, page: 1, zz.settings: 1 } }
        roles: [advisor]
        phases: [course]
        areas: [employment]
        questions: [ready]
        anchors: { start: { source: enrolment, zz.anchors: 1 } }
        offer: { decided-by: advisor, zz.offer: 1, if: { answers: [ready], zz.offer-if: 1 } }
        capacity: { seats: 1, zz.capacity: 1 }
        limits: { most: "${weeks}" }
        goals: { done: { zz.goals: 1 } }
        steps:
          - { id: talk, area: employment, phase: course, owner: advisor, due: { days: 1, from: start }, law: { from: 2016-01-01, zz.law: 1 }, if: { age-from: 18, zz.step-if: 1 }, zz.step: 1 }
        meetings: [{ id: meet, kind: single, due: { days: 1, from: start }, with: [advisor], invites: person, zz.meeting: 1 }]
        courses: [{ id: course, weeks: 1, sessions: [{ id: lesson, per-week: 1, led-by: advisor, zz.session: 1 }], zz.course: 1 }]
        partners: [{ id: school, kind: company, zz.partners: 1 }]
        ending: { completed: [talk], broken-off: [other], zz.ending: 1 }
        effects: [{ id: next, on: completed, do: offer-practice, practice: everything, zz.effects: 1 }]
        outcomes: [in-work]
        measures: [{ id: work, numerator: { outcome: in-work, zz.countable: 1 }, denominator: { plans: ended }, window: { weeks: 1, zz.window: 1 }, unit: percent, zz.measures: 1 }]
        setup: [{ id: room, owner: advisor, zz.setup: 1 }]
        """;

    public static TheoryData<string> Shipped => new(Directory.EnumerateFiles(Path.Combine(Repository.Root, "catalogue"), "*.yaml", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "catalogue"), f).Replace('\\', '/'))
        .Where(f => f.Contains('/', StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(f).IndexOf('.', StringComparison.Ordinal) < 0).Order(StringComparer.Ordinal));

    [Fact]
    public void Shipped_AreThirtyNine() => Assert.Equal(39, Shipped.Count);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Schema_AShippedDefinition_Fits(string file) =>
        Assert.Empty(Schema.Check(SmallSchema.Read(File.ReadAllText(Path.Combine(Repository.Root, "catalogue", file)))));

    [Fact]
    public void Schema_KeysOfEachBlock_AreThoseTheReaderKnows()
    {
        var problems = PracticeCatalogue.Read([new CatalogueFile("05-employment/everything.yaml", EveryBlock)]).Problems;
        var read = problems.Where(p => p.Code == "unknown-key").ToDictionary(
            p => ((string)p.Values["key"]!)[3..], p => ((string)p.Values["known"]!).Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        Assert.Equal(21, read.Count);
        Assert.All(read, block => Assert.Equal(block.Value, KeysOf(block.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Schema_AKeyNobodyKnows_IsRefusedInEveryBlock() =>
        Assert.Equal(21, Schema.Check(SmallSchema.Read(EveryBlock)).Count(f => f.Contains("unknown zz.", StringComparison.Ordinal)));

    [Theory]
    [InlineData("unit: weeks", "unit: fortnights")]
    [InlineData("for: person", "for: everybody")]
    [InlineData("due: { days: 1, from: start }, with", "due: { days: 1, weeks: 1, from: start }, with")]
    [InlineData("numerator: { outcome: in-work", "numerator: { goal: done, outcome: in-work")]
    [InlineData("lead: advisor\n", "")]
    [InlineData("seats: 1", "seats: many")]
    public void Schema_WhatTheReaderRefuses_IsRefused(string is_, string becomes)
    {
        var right = System.Text.RegularExpressions.Regex.Replace(EveryBlock, @",? ?zz\.[a-z-]*: 1(?<more>, )?|^zz\.: 1\n", m => m.Groups["more"].Value.Length > 0 && m.Value[0] == ',' ? ", " : "", System.Text.RegularExpressions.RegexOptions.Multiline | System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Empty(Schema.Check(SmallSchema.Read(right)));
        Assert.NotEqual(right, right.Replace(is_, becomes, StringComparison.Ordinal));
        Assert.NotEmpty(Schema.Check(SmallSchema.Read(right.Replace(is_, becomes, StringComparison.Ordinal))));
    }

    /// <summary>The keys the schema has in a block of <see cref="EveryBlock"/>.</summary>
    private static IEnumerable<string> KeysOf(string block)
    {
        var (root, defs) = (Schema.Root["properties"]!, Schema.Root["$defs"]!);
        var place = block switch
        {
            "" => Schema.Root,
            "settings" or "anchors" or "goals" => root[block]!["additionalProperties"]!,
            "partners" or "effects" or "measures" or "setup" => root[block]!["items"]!,
            "window" => root["measures"]!["items"]!["properties"]!["window"]!,
            "law" => defs["step"]!["properties"]!["law"]!,
            "session" => defs["course"]!["properties"]!["sessions"]!["items"]!,
            // The reader knows an offer's conditions in a step too, and says that they are not for one.
            "step-if" => defs["offer-if"]!,
            "offer-if" or "step" or "meeting" or "course" or "countable" => defs[block]!,
            _ => root[block]!,
        };
        return place["properties"]!.AsObject().Select(p => p.Key);
    }
}
