using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Access;

public sealed class LastAdministratorTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task EveryWayToLoseTheLast_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        await using var db = database.Open();
        var role = await db.AccessRoles.AsNoTracking().SingleAsync(r => r.Name == "Administrator", Cancel);
        var assignment = await db.RoleAssignments.AsNoTracking().SingleAsync(a => a.RoleId == role.Id, Cancel);
        var audited = await db.AuditEntries.CountAsync(Cancel);

        Assert.Equal("access.last-administrator", (await AssignRole.TakeAsync(db, assignment.Id, Reader.System, Audit(), Cancel)).Failure?.Code);
        Assert.Equal("access.last-administrator", (await CloseAccount.RunAsync(db, assignment.AccountId, isClosed: true, Reader.System, Audit(), Cancel)).Failure?.Code);
        Assert.Equal("access.last-administrator", (await ChangeRole.RunAsync(db, new(role.Id, "Administrator", [Permissions.Work]), Reader.System, Audit(), Cancel)).Failure?.Code);

        await using var fresh = database.Open();
        Assert.Equal(audited, await fresh.AuditEntries.CountAsync(Cancel));
        Assert.True(await fresh.RolePermissions.AnyAsync(p => p.RoleId == role.Id && p.Permission == Permissions.AccessEdit, Cancel));
        Assert.False((await fresh.Users.SingleAsync(a => a.Id == assignment.AccountId, Cancel)).IsClosed);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task TwoAdministratorsCloseEachOtherAtOnce_OneStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, TestContent.Demo);
        Guid first, second;
        await using (var db = database.Open())
        {
            var role = await db.AccessRoles.AsNoTracking().SingleAsync(r => r.Name == "Administrator", Cancel);
            first = await db.RoleAssignments.Where(a => a.RoleId == role.Id).Select(a => a.AccountId).SingleAsync(Cancel);
            second = await db.Users.Where(a => a.Email == "birgit.storm@havneby.example").Select(a => a.Id).SingleAsync(Cancel);
            await AssignRole.RunAsync(db, new(second, role.Id, null), Reader.System, Audit(), Cancel);
        }

        var outcomes = await Task.WhenAll(CloseAsync(first), CloseAsync(second));

        Assert.Single(outcomes, o => o.IsSuccess);
        await using var fresh = database.Open();
        Assert.Equal(1, await fresh.Users.CountAsync(a => (a.Id == first || a.Id == second) && !a.IsClosed, Cancel));

        async Task<Result<Done>> CloseAsync(Guid account)
        {
            await using var db = database.Open();
            return await CloseAccount.RunAsync(db, account, isClosed: true, Reader.System, Audit(), Cancel);
        }
    }

    private static AuditContext Audit() => new(null, "test.act", TestDatabase.Start.UtcDateTime);
}
