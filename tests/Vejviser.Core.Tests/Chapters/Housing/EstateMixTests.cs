using CsCheck;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class EstateMixTests
{
    private const string Seed = "0000000000000";

    /// <summary>Whoever asks for a home in whatever order: after each letting the newcomers are less than one home from their third.</summary>
    [Fact]
    public void AnyOrderOfLettings_AfterEach_KeepsTheMix() => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Bool.Array[1, 60]).Sample(
        (students, refugees, asked) =>
        {
            var mix = new EstateMix(0, 0, students, refugees);
            foreach (var isStudent in asked)
            {
                var tenant = isStudent ? TenantKind.Student : TenantKind.Household;
                Assert.True(mix.Allows(TenantKind.Student) || mix.Allows(TenantKind.Household), $"{mix} lets to nobody");
                if (mix.Allows(tenant))
                    mix = mix.With(tenant);
                var all = mix.Students + mix.Refugees;
                Assert.True(Math.Abs(mix.Refugees - all * refugees / (double)(students + refugees)) < 1, $"{mix}");
            }
        },
        iter: 2000, seed: Seed);

    /// <summary>Tenants move out as they like; a letting never takes the mix further away than one home, unless it brings it nearer.</summary>
    [Fact]
    public void AnyOrderOfLettingsAndMoveOuts_ALetting_KeepsTheMixOrMendsIt() => Gen.Int[0, 3].Array[1, 80].Sample(
        events =>
        {
            var mix = new EstateMix(0, 0, 2, 1);
            double Off(EstateMix m) => Math.Abs(m.Refugees - (m.Students + m.Refugees) / 3.0);
            foreach (var happening in events)
            {
                if (happening == 2 && mix.Students > 0)
                    mix = mix with { Students = mix.Students - 1 };
                else if (happening == 3 && mix.Refugees > 0)
                    mix = mix with { Refugees = mix.Refugees - 1 };
                if (happening > 1)
                    continue;
                var tenant = happening == 0 ? TenantKind.Student : TenantKind.Household;
                if (!mix.Allows(tenant))
                    continue;
                Assert.True(Off(mix.With(tenant)) < 1 || Off(mix.With(tenant)) < Off(mix), $"{mix} lets to {tenant}");
                mix = mix.With(tenant);
            }
        },
        iter: 2000, seed: Seed);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Let_ManyAtOnce_TheMixHolds(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        await using (var db = world.Open())
        {
            (await db.Estates.SingleAsync(e => e.Id == world.Estates[0].Id, HousingWorld.Cancel)).IsIntegrationSupporting = true;
            await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), HousingWorld.Cancel);
        }

        var homes = new List<Dwelling>();
        for (var i = 0; i < 12; i++)
            homes.Add(await world.HomeAsync($"Tagvej {i}"));
        var households = await world.WaitAsync(12);
        await Task.WhenAll(homes.Select((home, i) => Task.Run(
            async () =>
            {
                await using var db = world.Open();
                await new LetMixedHome(db, HousingWorld.Practices).RunAsync(new(home.Id, households[i]), HousingWorld.Peter, HousingWorld.By(), HousingWorld.Cancel);
            },
            HousingWorld.Cancel)));
        await using var after = world.Open();
        var mix = await EstateMix.ReadAsync(after, world.Estates[0].Id, await MixedRules.LoadAsync(after, HousingWorld.Practices, HousingWorld.Cancel), HousingWorld.Cancel);
        Assert.Equal((0, 1), (mix.Students, mix.Refugees));
    }
}
