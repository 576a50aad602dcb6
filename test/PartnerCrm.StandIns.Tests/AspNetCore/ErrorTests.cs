using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.PermissionManagement;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

public class ErrorTests(WebTestApplication library) : IClassFixture<WebTestApplication>
{
    [Theory]
    [InlineData("missing", 404, "There is no Book with the id 5.")]
    [InlineData("concurrency", 409, "Somebody else has changed this in the meantime. Please reload it and try again.")]
    [InlineData("business", 403, "An internal error occurred during your request. Please try again later.")]
    [InlineData("friendly", 403, "The library is closed.")]
    [InlineData("invalid", 400, "Your request is not valid.")]
    [InlineData("forbidden", 401, "You are not signed in.")]
    [InlineData("bug", 500, "An internal error occurred during your request. Please try again later.")]
    public async Task An_exception_has_its_status_and_one_format(string how, int status, string message)
    {
        using var client = library.Client();
        var answer = await client.PostAsync($"/api/library/guarded/fail?how={how}", null);

        ((int)answer.StatusCode).ShouldBe(status);
        var body = await answer.Content.ReadAsStringAsync();
        (await answer.Error()).Text("message").ShouldBe(message);
        body.ShouldNotContain("table X");
        body.ShouldNotContain("row 7");
    }

    [Fact]
    public async Task A_mapped_code_has_its_status_and_carries_the_data()
    {
        using var client = library.Client();
        var answer = await client.PostAsJsonAsync("/api/library/books/swap", new { title = "Swapped" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var error = await answer.Error();
        error.Text("code").ShouldBe("Library:Taken");
        error.GetProperty("data").Text("Title").ShouldBe("Swapped");
    }

    [Fact]
    public async Task Nothing_stays_of_an_action_that_failed()
    {
        using var client = library.Client();
        await client.PostAsJsonAsync("/api/library/books/swap", new { title = "Undone" });

        (await library.InUnitOfWork(async services => await services.GetRequiredService<IRepository<Book, Guid>>().CountAsync(b => b.Title == "Undone"))).ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_committed_is_no_success()
    {
        await library.InUnitOfWork(s => s.GetRequiredService<IPermissionManager>().SetForRoleAsync("donor", LibraryPermissions.Lend, true));
        using var client = library.Client(Guid.NewGuid(), role: "donor");
        (await client.PostAsJsonAsync("/api/library/books/donate", new { title = "Only once" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await client.PostAsJsonAsync("/api/library/books/donate", new { title = "Only once" })).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Controllers_have_the_same_errors_and_units_of_work()
    {
        using var client = library.Client();
        var refused = await client.PostAsJsonAsync("/api/library/desk", new { title = "" });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Error()).GetProperty("validationErrors").GetArrayLength().ShouldBe(1);

        var taken = await client.PostAsJsonAsync("/api/library/desk", new { title = "At the desk" });
        taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await client.GetAsync(taken.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Invalid_input_names_its_members_in_details_too()
    {
        using var client = library.Client();
        var answer = await client.PostAsJsonAsync("/api/library/books", new { title = new string('x', 21) });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await answer.Error();
        var invalid = error.GetProperty("validationErrors").EnumerateArray().Single();
        invalid.GetProperty("members").EnumerateArray().Single().GetString().ShouldBe("title");
        error.Text("details")!.ShouldContain(invalid.Text("message")!);
    }

    [Theory]
    [InlineData("{ not json", "body")]
    [InlineData("", "body")]
    [InlineData("{\"title\":\"a\",\"boughtAt\":\"soon\"}", "boughtAt")]
    [InlineData("[1,2]", "body")]
    public async Task An_unreadable_body_is_refused_in_the_same_format(string body, string word)
    {
        using var client = library.Client();
        var answer = await client.PostAsync("/api/library/books", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await answer.Error();
        error.Text("details")!.ShouldContain(word);
        error.ToString().ShouldNotContain("System.");
        error.ToString().ShouldNotContain("BytePosition");
    }

    [Fact]
    public async Task An_unreadable_query_value_names_the_parameter()
    {
        using var client = library.Client();
        var answer = await client.GetAsync("/api/library/books?maxResultCount=many");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Error()).Text("details")!.ShouldContain("many");
    }

    [Fact]
    public async Task Sentences_are_in_the_language_of_the_request()
    {
        using var client = library.Client(language: "de-DE");
        var answer = await client.PostAsync("/api/library/guarded/fail?how=missing", null);

        (await answer.Error()).Text("message").ShouldBe("Book mit der Id 5 gibt es nicht.");
    }

    [Fact]
    public async Task Whom_nobody_knows_and_who_may_not_are_told_so()
    {
        using var anonymous = library.Client();
        (await anonymous.GetAsync("/api/library/guarded/name")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var unknown = await anonymous.PostAsync("/api/library/guarded/lend", null);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await unknown.Error()).Text("message").ShouldBe("You are not signed in.");

        var id = Guid.NewGuid();
        using var user = library.Client(id);
        (await user.GetStringAsync("/api/library/guarded/name")).ShouldContain(id.ToString());
        var refused = await user.PostAsync("/api/library/guarded/lend", null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Error()).Text("message").ShouldBe("You are not allowed to do this.");
    }

    [Fact]
    public async Task A_method_that_forgot_virtual_is_not_open()
    {
        using var user = library.Client(Guid.NewGuid());
        (await user.PostAsync("/api/library/guarded/close", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
