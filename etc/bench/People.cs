using System.Globalization;
using System.Text;
using PartnerCrm.Contracts;
using PartnerCrm.Partners;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace PartnerCrm.Bench;

/// <summary>Made-up people, always the same: names of syllables, four at an organisation.</summary>
internal static class People
{
    private static readonly string[] Syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo", "ka", "li"];

    public static string FirstName(int i) => Word(i % 997, 2);

    public static string LastName(int i) => Word(i / 3, 4);

    public static string Organisation(int i) => $"{Word(i / 4, 3)} {Word(i % 13, 2)} Ltd";

    public static string Slug(int i) => $"{FirstName(i)}-{LastName(i)}-{i.ToString("x", CultureInfo.InvariantCulture)}".ToLowerInvariant();

    /// <summary>The contacts of a university that has been at it for years, and what PostgreSQL's own housekeeping has made of them since.</summary>
    public static async Task AddContactsAsync(BenchDatabase database, int count)
    {
        // A unit of work compares each change with all before it.
        const int Batch = 500;
        await using (var host = await InProcessHost.StartAsync(database))
        {
            for (var start = 0; start < count; start += Batch)
                await host.DoAsync(services => AddAsync(services, start, Math.Min(Batch, count - start)));
        }

        if (database.IsPostgres) await database.ScalarAsync("VACUUM ANALYZE");
    }

    /// <summary>LinkedIn's Connections.csv: half of them contacts already, half new, few with an address.</summary>
    public static byte[] Connections(int count)
    {
        var text = new StringBuilder("Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n");
        text.AppendLine("First Name,Last Name,URL,Email Address,Company,Position,Connected On");
        for (var row = 0; row < count; row++)
        {
            var i = row + count / 2;
            text.AppendLine(CultureInfo.InvariantCulture, $"{FirstName(i)},{LastName(i)},https://www.linkedin.com/in/{Slug(i)},{(row % 20 == 0 ? $"{Slug(i)}@example.org" : "")},{Organisation(i)},Head of Things,{1 + row % 28:00} Nov 2025");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task AddAsync(IServiceProvider services, int start, int count)
    {
        var guids = services.GetRequiredService<IGuidGenerator>();
        var contacts = new List<Contact>(count);
        for (var i = start; i < start + count; i++)
        {
            var contact = new Contact(guids.Create(), new ContactDetails(FirstName(i), LastName(i), EmailAddress.Of($"{Slug(i)}@example.org"), null, "GB", "en", "Europe/London", "Head of Things"));
            if (ProfileUrl.TryParse($"https://www.linkedin.com/in/{Slug(i)}", out var profile)) contact.Show(profile, guids.Create());
            contacts.Add(contact);
        }

        var organisations = await services.GetRequiredService<OrganisationNaming>().FindOrCreateAsync([.. Enumerable.Range(start, count).Select(Organisation).Distinct()]);
        for (var i = 0; i < count; i++) contacts[i].WorkAt(organisations[Organisation(start + i)], guids.Create(), DateTime.UtcNow);
        await services.GetRequiredService<IRepository<Contact, Guid>>().InsertManyAsync(contacts);
    }

    private static string Word(int number, int syllables)
    {
        var word = new StringBuilder();
        for (var i = 0; i < syllables; i++, number /= Syllables.Length) word.Append(Syllables[number % Syllables.Length]);
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }
}
