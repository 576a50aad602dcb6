using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

/// <summary>What the pages of the genuine UI packages ask of the modules' HTTP APIs.</summary>
public class ModuleApiTests(WebTestApplication library) : IClassFixture<WebTestApplication>, IAsyncLifetime
{
    private const string Password = "Correct-horse-9!";
    private HttpClient admin = null!;

    public async ValueTask InitializeAsync()
    {
        await library.Seed(Password);
        admin = library.Client(await UserId("admin"), role: "admin");
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_configuration_says_who_asks_and_what_they_may_in_their_language()
    {
        using var nobody = library.Client(language: "de");
        nobody.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c=undefined|uic=undefined");

        var stranger = await Get(nobody, "/api/abp/application-configuration?includeLocalizationResources=false");
        var known = await Get(admin, "/api/abp/application-configuration?includeLocalizationResources=false");

        stranger.GetProperty("currentUser").GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        stranger.GetProperty("currentUser").GetProperty("isAuthenticated").GetBoolean().ShouldBeFalse();
        stranger.GetProperty("auth").GetProperty("grantedPolicies").EnumerateObject().ShouldBeEmpty();
        stranger.GetProperty("localization").GetProperty("currentCulture").Text("cultureName").ShouldBe("de");
        stranger.GetProperty("localization").GetProperty("languages").GetArrayLength().ShouldBe(2);
        stranger.GetProperty("features").GetProperty("values").Text("SettingManagement.Enable").ShouldBe("true");
        stranger.GetProperty("setting").GetProperty("values").Text("Abp.Identity.Password.RequiredLength").ShouldBe("6");
        stranger.GetProperty("objectExtensions").GetProperty("modules").ValueKind.ShouldBe(JsonValueKind.Object);
        stranger.GetProperty("objectExtensions").GetProperty("enums").ValueKind.ShouldBe(JsonValueKind.Object);
        stranger.GetProperty("clock").Text("kind").ShouldBe("Utc");
        stranger.GetProperty("multiTenancy").GetProperty("isEnabled").GetBoolean().ShouldBeTrue();
        known.GetProperty("currentUser").GetProperty("roles")[0].GetString().ShouldBe("admin");
        known.GetProperty("auth").GetProperty("grantedPolicies").GetProperty("AbpIdentity.Users.Update.ManageRoles").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Texts_come_in_both_languages_for_every_resource_that_the_ui_asks_for()
    {
        var english = await Get(admin, "/api/abp/application-localization?cultureName=en&onlyDynamics=false");
        var german = await Get(admin, "/api/abp/application-localization?cultureName=de&onlyDynamics=false");

        foreach (var resource in new[] { "AbpUi", "AbpIdentity", "AbpPermissionManagement", "AbpSettingManagement", "AbpTenantManagement", "AbpFeatureManagement", "AbpAccount", "AbpExceptionHandling", "AbpValidation", "AbpUiMultiTenancy", "AbpUiNavigation" })
        {
            var (en, de) = (english.GetProperty("resources").GetProperty(resource), german.GetProperty("resources").GetProperty(resource));
            en.GetProperty("baseResources").ValueKind.ShouldBe(JsonValueKind.Array);
            en.GetProperty("texts").EnumerateObject().Select(t => t.Name).ShouldBe(de.GetProperty("texts").EnumerateObject().Select(t => t.Name), ignoreOrder: true);
        }

        german.GetProperty("resources").GetProperty("AbpUi").GetProperty("texts").Text("Save").ShouldBe("Speichern");
    }

    [Fact]
    public async Task A_user_is_made_found_changed_and_deleted_and_a_stale_change_is_refused()
    {
        var made = await Send(admin, HttpMethod.Post, "/api/identity/users", new { userName = "kim", email = "kim@example.org", password = Password, name = "Kim", isActive = true, lockoutEnabled = true, roleNames = new[] { "admin" }, extraProperties = new { } });
        var path = "/api/identity/users/" + made.Text("id");

        (await Get(admin, "/api/identity/users?filter=KIM&skipCount=0&maxResultCount=10&sorting=userName desc")).GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await Get(admin, path + "/roles")).GetProperty("items")[0].Text("name").ShouldBe("admin");
        (await Get(admin, "/api/identity/users/assignable-roles")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);

        var stamp = made.Text("concurrencyStamp");
        var change = new { userName = "kim", email = "kim@example.org", surname = "Example", isActive = false, lockoutEnabled = true, roleNames = Array.Empty<string>(), concurrencyStamp = stamp };
        var changed = await Send(admin, HttpMethod.Put, path, change);
        changed.Text("surname").ShouldBe("Example");
        changed.GetProperty("isActive").GetBoolean().ShouldBeFalse();
        (await Get(admin, path + "/roles")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using (var stale = await admin.PutAsJsonAsync(path, change)) stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await admin.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await admin.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_with_a_user_is_said_in_the_callers_language()
    {
        using var german = library.Client(await UserId("admin"), role: "admin", language: "de");
        using var weak = await german.PostAsJsonAsync("/api/identity/users", new { userName = "weak", email = "weak@example.org", password = "short" });
        using var invalid = await german.PostAsJsonAsync("/api/identity/users", new { userName = "", email = "no address", password = Password });

        (await weak.Error()).Text("message")!.ShouldContain("Ein Passwort");
        invalid.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await invalid.Error()).Text("details")!.ShouldContain("Email");
    }

    [Fact]
    public async Task Nobody_deletes_themselves_and_nobody_manages_without_the_permission()
    {
        using var reader = library.Client(Guid.NewGuid(), role: "nothing");
        using var nobody = library.Client();
        foreach (var path in new[] { "identity/users", "identity/roles", "permission-management/permissions?providerName=R&providerKey=admin", "setting-management/emailing", "feature-management/features?providerName=T", "multi-tenancy/tenants" })
        {
            (await reader.GetAsync("/api/" + path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await nobody.GetAsync("/api/" + path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await admin.GetAsync("/api/" + path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        (await admin.DeleteAsync($"/api/identity/users/{await UserId("admin")}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_roles_permissions_are_read_and_changed_and_follow_its_new_name()
    {
        var role = await Send(admin, HttpMethod.Post, "/api/identity/roles", new { name = "clerk", isPublic = true });
        using var clerk = library.Client(Guid.NewGuid(), role: "clerk");
        (await clerk.GetAsync("/api/identity/roles")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using (var saved = await admin.PutAsJsonAsync("/api/permission-management/permissions?providerName=R&providerKey=clerk", new { permissions = new[] { new { name = "AbpIdentity.Roles", isGranted = true } } }))
            saved.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await clerk.GetAsync("/api/identity/roles")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Send(admin, HttpMethod.Put, "/api/identity/roles/" + role.Text("id"), new { name = "keeper of roles", isPublic = true, concurrencyStamp = role.Text("concurrencyStamp") });
        var granted = (await Get(admin, "/api/permission-management/permissions?providerName=R&providerKey=keeper of roles")).GetProperty("groups").EnumerateArray()
            .SelectMany(g => g.GetProperty("permissions").EnumerateArray()).Single(p => p.Text("name") == "AbpIdentity.Roles");
        granted.GetProperty("isGranted").GetBoolean().ShouldBeTrue();
        granted.GetProperty("grantedProviders")[0].Text("providerName").ShouldBe("R");
        granted.Text("displayName").ShouldBe("Roles");
    }

    [Fact]
    public async Task A_tenant_has_its_own_administrator_users_and_features_and_sees_no_others()
    {
        var tenant = await Send(admin, HttpMethod.Post, "/api/multi-tenancy/tenants", new { name = "Elsewhere", adminEmailAddress = "boss@example.org", adminPassword = Password });
        var id = Guid.Parse(tenant.Text("id")!);
        using var theirs = library.Client(Guid.NewGuid(), role: "admin", tenant: id);

        var found = await Get(admin, "/api/abp/multi-tenancy/tenants/by-name/elsewhere");
        (found.GetProperty("success").GetBoolean(), found.Text("tenantId")).ShouldBe((true, id.ToString()));
        (await Get(admin, "/api/abp/multi-tenancy/tenants/by-name/nowhere")).GetProperty("success").GetBoolean().ShouldBeFalse();
        var users = await Get(theirs, "/api/identity/users");
        users.GetProperty("items").EnumerateArray().Select(u => u.Text("email")).ShouldBe(["boss@example.org"]);
        (await theirs.GetAsync($"/api/identity/users/{await UserId("admin")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await theirs.GetAsync("/api/multi-tenancy/tenants")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using (var off = await admin.PutAsJsonAsync($"/api/feature-management/features?providerName=T&providerKey={id}", new { features = new[] { new { name = "SettingManagement.Enable", value = "false" } } }))
            off.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Get(theirs, "/api/abp/application-configuration")).GetProperty("features").GetProperty("values").Text("SettingManagement.Enable").ShouldBe("false");
        (await admin.DeleteAsync($"/api/feature-management/features?providerName=T&providerKey={id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Get(theirs, "/api/abp/application-configuration")).GetProperty("features").GetProperty("values").Text("SettingManagement.Enable").ShouldBe("true");
    }

    [Fact]
    public async Task Mail_settings_are_kept_without_showing_the_password_and_a_test_that_fails_says_why()
    {
        var settings = new { smtpHost = "127.0.0.1", smtpPort = 1, smtpUserName = "postman", smtpPassword = "secret", smtpEnableSsl = false, smtpUseDefaultCredentials = false, defaultFromAddress = "office@example.org", defaultFromDisplayName = "Office" };
        using (var saved = await admin.PostAsJsonAsync("/api/setting-management/emailing", settings)) saved.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var read = await Get(admin, "/api/setting-management/emailing");
        (read.Text("smtpUserName"), read.GetProperty("smtpPort").GetInt32(), read.Text("smtpPassword")).ShouldBe(("postman", 1, null));

        using var test = await admin.PostAsJsonAsync("/api/setting-management/emailing/send-test-email", new { senderEmailAddress = "office@example.org", targetEmailAddress = "kim@example.org", subject = "Test", body = "Test" });
        (await test.Error()).Text("code").ShouldBe("Volo.Abp.SettingManagement:MailNotSent");
    }

    [Fact]
    public async Task One_sees_and_changes_ones_own_profile_and_password()
    {
        var id = await library.InUnitOfWork(async services =>
        {
            var user = new IdentityUser(Guid.NewGuid(), "me", "me@example.org");
            (await services.GetRequiredService<IdentityUserManager>().CreateAsync(user, Password)).CheckErrors();
            return user.Id;
        });
        using var me = library.Client(id);
        var profile = await Get(me, "/api/account/my-profile");
        profile.GetProperty("hasPassword").GetBoolean().ShouldBeTrue();

        var changed = await Send(me, HttpMethod.Put, "/api/account/my-profile", new { userName = "me", email = "me@example.org", name = "Mo", phoneNumber = "123", concurrencyStamp = profile.Text("concurrencyStamp") });
        changed.Text("name").ShouldBe("Mo");
        (await me.PostAsJsonAsync("/api/account/my-profile/change-password", new { currentPassword = "wrong", newPassword = "Another-horse-8!" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await me.PostAsJsonAsync("/api/account/my-profile/change-password", new { currentPassword = Password, newPassword = "Another-horse-8!" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_description_of_the_api_names_types_as_abps_generator_reads_them()
    {
        using var nobody = library.Client();
        var definition = await Get(nobody, "/api/abp/api-definition?includeTypes=true");

        var books = definition.GetProperty("modules").GetProperty("library").GetProperty("controllers").GetProperty(typeof(BooksAppService).FullName!);
        books.Text("controllerName").ShouldBe("Books");
        books.GetProperty("actions").EnumerateObject().ShouldAllBe(a => a.Value.Text("url")!.StartsWith("api/library/books"));
        var users = definition.GetProperty("modules").GetProperty("identity").GetProperty("controllers").GetProperty("Volo.Abp.Identity.IdentityUserController");
        var list = users.GetProperty("actions").GetProperty("GetListAsyncByInput");
        list.GetProperty("returnValue").Text("type").ShouldBe("Volo.Abp.Application.Dtos.PagedResultDto<Volo.Abp.Identity.IdentityUserDto>");
        list.GetProperty("parameters").EnumerateArray().ShouldAllBe(p => p.Text("bindingSourceId") == "ModelBinding" || p.Text("bindingSourceId") == "Query");
        definition.GetProperty("types").GetProperty("Volo.Abp.Application.Dtos.PagedResultDto<T0>").Text("baseType").ShouldBe("Volo.Abp.Application.Dtos.ListResultDto<T>");
    }

    private Task<Guid> UserId(string name) => library.InUnitOfWork(async services => (await services.GetRequiredService<IdentityUserManager>().FindByNameAsync(name))!.Id);

    private static async Task<JsonElement> Get(HttpClient client, string path) => await Send(client, HttpMethod.Get, path, null);

    private static async Task<JsonElement> Send(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body == null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
