using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;

namespace PartnerCrm.Partners;

/// <summary>Lists as CSV, formulas neutralised, streamed page by page: what the list shows with the same filter.</summary>
[ApiController]
[Route("api/crm")]
public class PartnerFilesController(ContactsAppService contacts, OrganisationsAppService organisations, IColleagueLookup colleagues) : ControllerBase
{
    private const int Batch = 1_000;

    [HttpGet("contacts/file")]
    [Authorize(PartnersPermissions.Contacts.Default)]
    public virtual Task<IActionResult> GetContactsAsync([FromQuery] ContactListInput input, CancellationToken cancellationToken) =>
        StreamAsync("contacts.csv", ContactsOf(input, cancellationToken), cancellationToken);

    [HttpGet("organisations/file")]
    [Authorize(PartnersPermissions.Organisations.Default)]
    public virtual Task<IActionResult> GetOrganisationsAsync([FromQuery] OrganisationListInput input, CancellationToken cancellationToken) =>
        StreamAsync("organisations.csv", OrganisationsOf(input, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<IEnumerable<string?>> ContactsOf(ContactListInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (input.SkipCount, input.MaxResultCount) = (0, Batch);
        yield return ["First name", "Last name", "Email", "Position", "Organisation", "Country", "Stage", "Owner", "Last touched", "Added"];
        var owners = new Dictionary<Guid, string>();
        await foreach (var c in EachAsync(after => { input.After = after; return contacts.GetListAsync(input); }, c => c.Id, cancellationToken))
            yield return
            [
                c.FirstName, c.LastName, c.Email, c.Position, c.OrganisationName, c.Country, c.Stage, c.OwnerId is { } owner ? await OwnerAsync(owners, owner) : null,
                c.LastTouchedAt is { } touched ? Date(touched) : null, Date(c.CreationTime),
            ];
    }

    private async Task<string> OwnerAsync(Dictionary<Guid, string> known, Guid id)
    {
        if (!known.TryGetValue(id, out var name)) known[id] = name = (await colleagues.GetAsync([id])).GetValueOrDefault(id)?.DisplayName ?? "";
        return name;
    }

    private async IAsyncEnumerable<IEnumerable<string?>> OrganisationsOf(OrganisationListInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (input.SkipCount, input.MaxResultCount) = (0, Batch);
        yield return ["Name", "Country", "Kind", "Lead owner", "Added"];
        var owners = new Dictionary<Guid, string>();
        await foreach (var o in EachAsync(after => { input.After = after; return organisations.GetListAsync(input); }, o => o.Id, cancellationToken))
            yield return [o.Name, o.Country, o.SubscriberType.ToString(), o.LeadOwnerId is { } lead ? await OwnerAsync(owners, lead) : null, Date(o.CreationTime)];
    }

    private static async IAsyncEnumerable<T> EachAsync<T>(
        Func<Guid?, Task<PagedResultDto<T>>> page, Func<T, Guid> idOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? after = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = (await page(after)).Items;
            foreach (var row in rows) yield return row;
            if (rows.Count < Batch) yield break;
            after = idOf(rows[^1]);
        }
    }

    private async Task<IActionResult> StreamAsync(string name, IAsyncEnumerable<IEnumerable<string?>> rows, CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await CsvRows.WriteAsync(Response.Body, rows, cancellationToken);
        return new EmptyResult();
    }

    private static string Date(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
