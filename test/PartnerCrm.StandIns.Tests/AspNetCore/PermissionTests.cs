using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

public class PermissionTests(WebTestApplication library) : IClassFixture<WebTestApplication>
{
    [Fact]
    public async Task A_role_a_user_and_a_client_can_be_granted_and_refused()
    {
        var user = Guid.NewGuid();
        foreach (var (provider, key, client) in new (string, string, HttpClient)[]
        {
            ("R", "lender", library.Client(Guid.NewGuid(), role: "lender")), ("U", user.ToString(), library.Client(user)), ("C", "machine", library.Client(clientId: "machine")),
        })
        {
            (await Lend(client)).ShouldBe(HttpStatusCode.Forbidden);

            await Grant(provider, key, true);
            (await Lend(client)).ShouldBe(HttpStatusCode.NoContent);

            await Grant(provider, key, false);
            (await Lend(client)).ShouldBe(HttpStatusCode.Forbidden);
            client.Dispose();
        }
    }

    [Fact]
    public async Task A_grant_counts_in_its_tenant_only()
    {
        await Grant("R", "reader", true);
        using var elsewhere = library.Client(Guid.NewGuid(), role: "reader", tenant: Guid.NewGuid());
        (await elsewhere.PostAsync("/api/library/guarded/lend", null)).StatusCode.ShouldNotBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_grant_that_was_rolled_back_was_never_there()
    {
        using var client = library.Client(Guid.NewGuid(), role: "hopeful");
        (await Lend(client)).ShouldBe(HttpStatusCode.Forbidden);
        await Should.ThrowAsync<InvalidOperationException>(() => library.InUnitOfWork(async services =>
        {
            await services.GetRequiredService<IPermissionManager>().SetForRoleAsync("hopeful", LibraryPermissions.Lend, true);
            throw new InvalidOperationException();
        }));

        (await Lend(client)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_users_permissions_say_which_role_gives_them()
    {
        var user = await library.InUnitOfWork(async services =>
        {
            var role = new IdentityRole(Guid.NewGuid(), "keeper");
            (await services.GetRequiredService<IdentityRoleManager>().CreateAsync(role)).Succeeded.ShouldBeTrue();
            var keeper = new IdentityUser(Guid.NewGuid(), "keeper1", "keeper1@example.org");
            (await services.GetRequiredService<IdentityUserManager>().CreateAsync(keeper, "Secret-1234")).Succeeded.ShouldBeTrue();
            (await services.GetRequiredService<IdentityUserManager>().SetRolesAsync(keeper, ["keeper"])).Succeeded.ShouldBeTrue();
            return keeper.Id;
        });
        await Grant("R", "keeper", true);

        var all = await library.InUnitOfWork(services => services.GetRequiredService<IPermissionManager>().GetAllForUserAsync(user));
        all.Single(p => p.Name == LibraryPermissions.Lend).Providers.ShouldHaveSingleItem().Name.ShouldBe("R");
        all.Single(p => p.Name == LibraryPermissions.Close).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public async Task Grants_follow_a_role_that_is_renamed_and_go_with_one_that_is_deleted()
    {
        var id = await library.InUnitOfWork(async services =>
        {
            var role = new IdentityRole(Guid.NewGuid(), "old name");
            (await services.GetRequiredService<IdentityRoleManager>().CreateAsync(role)).Succeeded.ShouldBeTrue();
            return role.Id;
        });
        await Grant("R", "old name", true);

        await library.InUnitOfWork(async services =>
        {
            var roles = services.GetRequiredService<IdentityRoleManager>();
            var role = await roles.GetByIdAsync(id);
            (await roles.SetRoleNameAsync(role, "new name")).Succeeded.ShouldBeTrue();
            (await roles.UpdateAsync(role)).Succeeded.ShouldBeTrue();
        });
        (await GrantsOf("old name")).ShouldBe(0);
        (await GrantsOf("new name")).ShouldBe(1);

        await library.InUnitOfWork(async services =>
        {
            var roles = services.GetRequiredService<IdentityRoleManager>();
            (await roles.DeleteAsync(await roles.GetByIdAsync(id))).Succeeded.ShouldBeTrue();
        });
        (await GrantsOf("new name")).ShouldBe(0);
    }

    [Fact]
    public async Task Checks_after_the_first_ask_no_database()
    {
        await Grant("R", "frequent", true);
        var store = library.Services.GetRequiredService<IPermissionStore>();
        (await store.IsGrantedAsync(LibraryPermissions.Lend, "R", "frequent")).ShouldBeTrue();

        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < 1000; i++) await store.IsGrantedAsync(LibraryPermissions.Lend, "R", "frequent");
        System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalMilliseconds.ShouldBeLessThan(100);
    }

    private static async Task<HttpStatusCode> Lend(HttpClient client) => (await client.PostAsync("/api/library/guarded/lend", null)).StatusCode;

    private Task Grant(string provider, string key, bool granted) => library.InUnitOfWork(services =>
        services.GetRequiredService<IPermissionManager>().SetAsync(LibraryPermissions.Lend, provider, key, granted));

    private Task<int> GrantsOf(string role) => library.InUnitOfWork(async services =>
        (await services.GetRequiredService<IPermissionGrantRepository>().GetListAsync("R", role)).Count);
}
