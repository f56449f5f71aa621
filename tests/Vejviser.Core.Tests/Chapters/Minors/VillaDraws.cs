using Vejviser.Core.Chapters.Minors.Villas;

namespace Vejviser.Core.Tests.Chapters.Minors;

/// <summary>Towns with villas and youths as a number draws them: some live there already, some must not live together, some are chosen by hand.</summary>
internal static class VillaDraws
{
    private static readonly string[] Tongues = ["ti", "ar", "fa", "so"];

    public static VillaPolicy Policy { get; } = new(2, 3, 2, 18, 6, new VillaWeights(10, 2, 15, 8));

    public static YouthFacts Youth(Guid id, string? tongue = "ti", int? age = 16, int weeks = 0) =>
        new(id, id, $"P-{id:N}"[..8], tongue, tongue is null ? [] : [tongue], age, null, new DateOnly(2026, 2, 2), true, true, null, new DateOnly(2026, 1, 5), weeks, null, new HashSet<Guid>(), new HashSet<Guid>(), null, null, null);

    public static VillaHome Villa(Guid id, int rooms, params string[] tongues) =>
        new(id, $"Villa {id:N}", null, "12 00 00 80", rooms, false, [.. tongues.Select((t, i) => new ContactFacts(new Guid(i + 1, 0, 0, id.ToByteArray()[..8]), $"Kontakt {t}", [t], 0, null))], []);

    public static VillaTown Town(int seed, int youths, int villas)
    {
        var random = new Random(seed);
        Guid Id() => new([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]);
        string Tongue() => Tongues[random.Next(Tongues.Length)];
        var homes = Enumerable.Range(0, villas).Select(_ => Villa(Id(), random.Next(1, 5), Tongue(), Tongue()) with { IsClosed = random.Next(10) == 0 }).ToList();
        var people = Enumerable.Range(0, youths).Select(_ => Drawn(Youth(Id(), Tongue(), random.Next(14, 18), random.Next(6)))).ToList();
        YouthFacts Drawn(YouthFacts youth) => youth with
        {
            Languages = [.. new[] { youth.MotherTongue!, Tongue() }.Distinct()], Wished = random.Next(2) == 0 ? null : homes[random.Next(villas)].Id, Chosen = random.Next(8) == 0 ? homes[random.Next(villas)].Id : null, HasCustody = random.Next(8) > 0,
        };
        people = [.. people.Select(y => y.Chosen is null ? y : y with { ChosenReason = "Tæt på broren" })];
        for (var tie = 0; tie < youths / 2; tie++)
            people = Tie(people, random.Next(youths), random.Next(youths), random.Next(2) == 0);
        // Some villas have been lived in for long.
        homes = [.. homes.Select(h => random.Next(3) > 0 ? h : h with { Living = [Youth(Id(), h.Contacts[0].Languages[0], random.Next(15, 18)) with { Stay = Stay(h) }] })];
        return new VillaTown([.. people, .. homes.SelectMany(h => h.Living)], homes);
    }

    private static StayFacts Stay(VillaHome villa) => new(villa.Id, villa.Id, villa.Contacts[0].Id, villa.Contacts[0].Name, true, new DateOnly(2025, 11, 3), new DateOnly(2025, 11, 10), null, null);

    private static List<YouthFacts> Tie(List<YouthFacts> people, int one, int other, bool apart)
    {
        if (one == other || people[one].Friends.Contains(people[other].Id) || people[one].Apart.Contains(people[other].Id))
            return people;
        YouthFacts With(YouthFacts youth, Guid whom) => apart ? youth with { Apart = youth.Apart.Append(whom).ToHashSet() } : youth with { Friends = youth.Friends.Append(whom).ToHashSet() };
        var (first, second) = (people[one].Id, people[other].Id);
        return [.. people.Select((y, i) => i == one ? With(y, second) : i == other ? With(y, first) : y)];
    }
}
