using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Host.Tests;

/// <summary>A tenant, and what its people do before a worker has something to do.</summary>
public sealed class Office(HostApp app, Guid tenant, Caller caller)
{
    public Caller Caller => caller;
    public Guid Tenant => tenant;

    public static async Task<Office> OpenAsync(HostApp app)
    {
        var tenant = await app.AddTenantAsync($"Office {Guid.NewGuid():N}");
        return new Office(app, tenant, await app.SignInAsync(tenant));
    }

    public Task<List<T>> AllAsync<T>() where T : class, IEntity => app.AllAsync<T>(tenant);

    /// <summary>Three people of one file, not read yet.</summary>
    public async Task<string> UploadAsync()
    {
        // The same in every office: whatever mixes them up, finds a match.
        const string File = """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Sample,https://www.linkedin.com/in/ada-sample,ada@example.org,Sample Ltd,Engineer,08 Feb 2026
            Ben,Specimen,https://www.linkedin.com/in/ben-specimen,ben@example.org,Specimen Ltd,Director,08 Feb 2026
            ,,,,,,07 Jun 2026
            """;
        return (await caller.PostAsync("imports", (Func<HttpContent>)(() => new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(File)), "file", "Connections.csv" }, { new StringContent("LinkedInArchive"), "source" },
        }))).ShouldSucceed("The upload").Text("id");
    }

    /// <summary>Ada is picked, and her escalation waits in the queue.</summary>
    public async Task PickAsync(string import)
    {
        var ada = (await caller.GetAsync($"imports/{import}/candidates")).Items().First(c => c.Text("firstName") == "Ada").Text("id");
        var owner = (await caller.GetAsync("colleagues?maxResultCount=10")).Items().First(c => c.Text("userName") == "robin").Text("id");
        var playbook = (await caller.GetAsync("playbooks?maxResultCount=10")).Items().First().Text("id");
        (await caller.PostAsync($"imports/{import}/picks", new { candidateIds = new[] { ada }, ownerId = owner, playbookId = playbook })).ShouldSucceed("Picking");
    }

    public async Task<JsonElement> RelationshipAsync() => (await caller.GetAsync("relationships")).Items().ShouldHaveSingleItem();

    /// <summary>One pass of a worker over all tenants: it is not in this one's.</summary>
    public static async Task<int> PassAsync<T>(HostApp app, Func<T, Task<int>> pass) where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Id.ShouldBeNull();
        return await pass(scope.ServiceProvider.GetRequiredService<T>());
    }
}

/// <summary>This test runs these with two tenants.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithTwoTenantsAttribute(params Type[] workers) : Attribute
{
    public IReadOnlyList<Type> Workers => workers;
}
