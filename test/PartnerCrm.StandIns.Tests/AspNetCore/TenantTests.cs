using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.TenantManagement;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

public class TenantTests(WebTestApplication library) : IClassFixture<WebTestApplication>
{
    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("cookie")]
    public async Task An_anonymous_request_names_its_tenant(string where)
    {
        var tenant = await Tenant($"Named by {where}");
        using var client = library.Client();
        if (where == "header") client.DefaultRequestHeaders.Add("__tenant", tenant.ToString());
        if (where == "cookie") client.DefaultRequestHeaders.Add("Cookie", $"__tenant={tenant}");

        (await client.GetStringAsync("/api/library/loan-requests" + (where == "query" ? $"?__tenant={Uri.EscapeDataString("named BY query")}" : "")))
            .ShouldContain(tenant.ToString());
    }

    [Fact]
    public async Task A_callers_own_tenant_always_wins()
    {
        var (own, other) = (await Tenant("Own"), await Tenant("Other"));
        using var ofTenant = library.Client(Guid.NewGuid(), tenant: own);
        using var ofHost = library.Client(Guid.NewGuid());
        foreach (var client in new[] { ofTenant, ofHost }) client.DefaultRequestHeaders.Add("__tenant", other.ToString());

        (await ofTenant.GetStringAsync("/api/library/loan-requests")).ShouldContain(own.ToString());
        (await ofHost.GetStringAsync("/api/library/loan-requests")).ShouldContain("host");
    }

    [Fact]
    public async Task A_tenant_that_does_not_exist_is_not_found()
    {
        using var client = library.Client();
        client.DefaultRequestHeaders.Add("__tenant", Guid.NewGuid().ToString());
        var answer = await client.GetAsync("/api/library/loan-requests");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Error()).Text("message").ShouldBe("The organisation that the request names does not exist or is not active.");
    }

    [Fact]
    public async Task Tenants_do_not_see_each_others_rows()
    {
        var (one, two) = (await Tenant("One"), await Tenant("Two"));
        using var ofOne = library.Client(Guid.NewGuid(), tenant: one);
        using var ofTwo = library.Client(Guid.NewGuid(), tenant: two);
        var book = await (await ofOne.PostAsJsonAsync("/api/library/books", new { title = "Of one" })).Content.ReadFromJsonAsync<JsonElement>();

        (await ofOne.GetAsync($"/api/library/books/{book.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ofTwo.GetAsync($"/api/library/books/{book.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_tenants_cannot_have_one_name()
    {
        await Tenant("Twice");
        await Should.ThrowAsync<BusinessException>(() => Tenant("tWICE"));
    }

    private Task<Guid> Tenant(string name) => library.InUnitOfWork(async services =>
    {
        var tenant = await services.GetRequiredService<ITenantManager>().CreateAsync(name);
        await services.GetRequiredService<ITenantRepository>().InsertAsync(tenant);
        return tenant.Id;
    });
}
