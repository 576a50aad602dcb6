namespace PartnerCrm.Bench;

/// <summary>The first page, and searches by parts of names, among 100,000 contacts, over HTTP; a thousand requests of each after a thousand that aren't measured.</summary>
internal static class SearchMeasure
{
    private const int Contacts = 100_000;
    private const int Requests = 1_000;

    public static async Task RunAsync(BenchDatabase database)
    {
        await People.AddContactsAsync(database, Contacts);
        await using var host = await HostProcess.StartAsync(database);
        await host.SignInAsync();

        await SayAsync("search: CPU of the first page", _ => "/api/crm/contacts?maxResultCount=20");
        await SayAsync("search: CPU of a search, part of a name", i => $"/api/crm/contacts?filter={People.LastName(i * 100)[1..6]}&maxResultCount=20");
        await SayAsync("search: CPU of a search, name and organisation", i => $"/api/crm/contacts?filter={People.FirstName(i * 100)}%20{People.Organisation(i * 100).Split(' ')[0]}&maxResultCount=20");
        await SayAsync("search: CPU of a search, two letters", i => $"/api/crm/contacts?filter={People.FirstName(i * 100)[..2]}&maxResultCount=20");

        async Task SayAsync(string what, Func<int, string> path)
        {
            // As it is in daily use: the runtime has compiled what is called often for the last time.
            for (var i = 0; i < Requests; i++) await host.GetAsync(path(i));
            var found = 0L;
            var work = await Work.MeasureAsync(database, async () =>
            {
                for (var i = 0; i < Requests; i++) found += (await host.GetAsync(path(i))).GetProperty("totalCount").GetInt64();
            }, host.Id);
            if (found == 0) throw new InvalidOperationException($"{what}: nothing was found.");
            work.SayCpu(what, Requests, "≤ 3 ms");
        }
    }
}
