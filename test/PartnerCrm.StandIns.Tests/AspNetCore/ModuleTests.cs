using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AuditLogging;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

public class ModuleTests(WebTestApplication library) : IClassFixture<WebTestApplication>
{
    [Fact]
    public async Task The_seeded_administrator_may_do_everything()
    {
        await library.Seed("Secret-1234");
        await library.Seed("Another-5678");

        await library.InUnitOfWork(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var admin = (await users.FindByNameAsync("ADMIN")).ShouldNotBeNull();
            admin.Email.ShouldBe("admin@example.org");
            (await users.CheckPasswordAsync(admin, "Secret-1234")).ShouldBeTrue();
            (await users.GetRolesAsync(admin)).ShouldBe(["admin"]);
            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(admin);
            principal.FindFirst(AbpClaimTypes.Role)!.Value.ShouldBe("admin");
        });

        using var client = library.Client(Guid.NewGuid(), role: "admin");
        (await client.PostAsync("/api/library/guarded/close", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_weak_password_and_a_name_that_is_taken_are_refused()
    {
        await library.InUnitOfWork(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            (await users.CreateAsync(new IdentityUser(Guid.NewGuid(), "weak", "weak@example.org"), "abc")).Succeeded.ShouldBeFalse();
            (await users.CreateAsync(new IdentityUser(Guid.NewGuid(), "taken", "taken@example.org"), "Secret-1234")).Succeeded.ShouldBeTrue();
            var again = await users.CreateAsync(new IdentityUser(Guid.NewGuid(), "Taken", "other@example.org"), "Secret-1234");
            Should.Throw<AbpIdentityResultException>(again.CheckErrors).Message.ShouldContain("taken", Case.Insensitive);
        });
    }

    [Fact]
    public async Task Failures_lock_a_user_out()
    {
        await library.InUnitOfWork(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var user = new IdentityUser(Guid.NewGuid(), "forgetful", "forgetful@example.org");
            (await users.CreateAsync(user, "Secret-1234")).Succeeded.ShouldBeTrue();
            for (var i = 0; i < 5; i++) (await users.AccessFailedAsync(user)).Succeeded.ShouldBeTrue();

            (await users.IsLockedOutAsync(user)).ShouldBeTrue();
        });
    }

    [Fact]
    public async Task A_setting_is_the_most_particular_value()
    {
        var user = Guid.NewGuid();
        (await Days(user)).ShouldBe("14");

        await library.InUnitOfWork(s => s.GetRequiredService<ISettingManager>().SetGlobalAsync(LibrarySettings.Days, "21"));
        (await Days(user)).ShouldBe("21");

        await library.InUnitOfWork(s => s.GetRequiredService<ISettingManager>().SetForUserAsync(user, LibrarySettings.Days, "28"));
        (await Days(user)).ShouldBe("28");
        (await Days(Guid.NewGuid())).ShouldBe("21");

        await library.InUnitOfWork(s => s.GetRequiredService<ISettingManager>().SetForUserAsync(user, LibrarySettings.Days, null));
        await library.InUnitOfWork(s => s.GetRequiredService<ISettingManager>().SetGlobalAsync(LibrarySettings.Days, null));
        (await library.InUnitOfWork(s => s.GetRequiredService<ISettingProvider>().GetOrNullAsync(LibrarySettings.Days))).ShouldBe("14");
    }

    [Fact]
    public async Task A_secret_setting_is_not_stored_as_it_is()
    {
        await library.InUnitOfWork(s => s.GetRequiredService<ISettingManager>().SetGlobalAsync(LibrarySettings.Secret, "open sesame"));

        (await library.InUnitOfWork(s => s.GetRequiredService<ISettingProvider>().GetOrNullAsync(LibrarySettings.Secret))).ShouldBe("open sesame");
        (await library.InUnitOfWork(s => s.GetRequiredService<ISettingRepository>().FindAsync(LibrarySettings.Secret, "G", null))).ShouldNotBeNull().Value.ShouldNotContain("sesame");
    }

    [Fact]
    public async Task A_request_leaves_an_audit_log()
    {
        var user = Guid.NewGuid();
        using var client = library.Client(user);
        client.DefaultRequestHeaders.Add("X-Correlation-Id", "audit-1");
        await client.PostAsJsonAsync("/api/library/books", new { title = "Audited" });
        await client.PostAsync("/api/library/guarded/fail?how=bug", null);

        var logs = await Logs(user, 2);
        var done = logs.Single(l => l.Url == "/api/library/books");
        done.HttpMethod.ShouldBe("POST");
        done.HttpStatusCode.ShouldBe(200);
        done.CorrelationId.ShouldBe("audit-1");
        done.Actions.ShouldContain(a => a.ServiceName!.EndsWith(nameof(BooksAppService)) && a.MethodName == nameof(BooksAppService.CreateAsync));
        var failed = logs.Single(l => l.Url == "/api/library/guarded/fail");
        failed.HttpStatusCode.ShouldBe(500);
        failed.Exceptions!.ShouldContain("InvalidOperationException");
    }

    private Task<string?> Days(Guid user) => library.InUnitOfWork(s =>
        s.GetRequiredService<ISettingManager>().GetOrNullForUserAsync(LibrarySettings.Days, user));

    private async Task<List<AuditLog>> Logs(Guid user, int count)
    {
        // They are written in the background.
        for (var i = 0; ; i++)
        {
            var logs = await library.InUnitOfWork(s => s.GetRequiredService<IAuditLogRepository>().GetListAsync(l => l.UserId == user, includeDetails: true));
            if (logs.Count >= count || i == 1000) return logs;
            await Task.Delay(5);
        }
    }
}
