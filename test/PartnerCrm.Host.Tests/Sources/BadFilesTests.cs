using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnerCrm.Host.Tests;

/// <summary>Files that nobody should send: each is refused with a reason or read as far as it goes, and the host goes on.</summary>
public class BadFilesTests(SharedHosts hosts) : IClassFixture<SharedHosts>
{
    private const string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    private const string Ada = "Ada,Sample,,ada@example.org,Example Ltd,Engineer,08 Feb 2026\n";

    public static TheoryData<string, string> Refusals => new()
    {
        { "nothing", "FileIsEmpty" },
        { "page", "PageInsteadOfFile" },
        { "other table", "HeaderNotFound" },
        { "archive in archive", "ArchiveInArchive" },
        { "archive of nothing", "NothingInArchive" },
        { "bomb", "ArchiveTooLarge" },
        { "half an archive", "ArchiveDamaged" },
        { "open quote", "QuoteNeverCloses" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_read_is_refused_at_once_or_ends_as_failed_with_nobody_kept(string what, string code)
    {
        var host = await hosts.OnAsync(Database.Sqlite);

        var answer = await Uploads.SendAsync(host, FileOf(what));

        if (!answer.IsSuccess)
        {
            answer.ShouldBeRefused(HttpStatusCode.UnprocessableEntity, "PartnerCrm.Sources:" + code);
            answer.Json.GetProperty("error").Text("message").ShouldEndWith(".");
            return;
        }

        var import = await host.UntilAsync($"imports/{answer.Json.Text("id")}", i => i.Text("status") is "Ready" or "Failed");
        import.Text("status").ShouldBe("Failed");
        import.Text("failure").ShouldNotBeNullOrWhiteSpace();
        (await host.UntilAsync($"imports/{answer.Json.Text("id")}/candidates", c => c.Number("totalCount") == 0)).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_that_are_not_as_they_should_be_are_counted_and_the_others_read()
    {
        var import = await ReadAsync(Encoding.UTF8.GetBytes(
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On,Company\n"
            + "A\0da,Sample,,ada@example.org,,Engineer,08 Feb 2026,Example Ltd\n"
            + "Ben\n"
            + "Cora,Specimen,,,Example Ltd,\"=cmd|' /C calc'!A0\",some day,,,,too,many\n"));

        var candidates = (await import.Host.GetAsync($"imports/{import.Id}/candidates")).Items().OrderBy(c => c.Number("row")).ToList();
        candidates.Select(c => c.Text("firstName")).ShouldBe(["Ada", "Ben", "Cora"]);
        candidates[0].Text("organisationName").ShouldBe("Example Ltd");
        candidates[2].Text("position").ShouldBe("=cmd|' /C calc'!A0");
        import.Json.Items("problems").ShouldNotBeEmpty();
        (await import.Host.AskAsync($"imports/{import.Id}/candidates/file")).Content.ShouldContain("'=cmd|");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public async Task Other_encodings_are_read(string encoding)
    {
        var word = "Müller" + Guid.NewGuid().ToString("N")[..6];
        var to = Encoding.GetEncoding(encoding);

        var import = await ReadAsync([.. to.GetPreamble(), .. to.GetBytes(Header + Ada.Replace("Sample", word, StringComparison.Ordinal))]);

        (await import.Host.GetAsync($"imports/{import.Id}/candidates")).Items().ShouldHaveSingleItem().Text("lastName").ShouldBe(word);
    }

    private async Task<(Caller Host, string Id, JsonElement Json)> ReadAsync(byte[] file)
    {
        var host = await hosts.OnAsync(Database.Sqlite);
        var id = (await Uploads.SendAsync(host, file)).ShouldSucceed("Uploading").Text("id");
        return (host, id, await host.UntilAsync($"imports/{id}", i => i.Text("status") == "Ready"));
    }

    private static byte[] FileOf(string what) => what switch
    {
        "nothing" => [],
        "page" => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>Please sign in</body></html>"),
        "other table" => Encoding.UTF8.GetBytes("a,b\n1,2\n"),
        "archive in archive" => Zip(("inner.zip", Zip(("Connections.csv", Encoding.UTF8.GetBytes(Header + Ada))))),
        "archive of nothing" => Zip(("readme.txt", [1, 2, 3])),
        "bomb" => Zip(("Connections.csv", [.. Encoding.UTF8.GetBytes(Header), .. new byte[80 * 1024 * 1024]])),
        "half an archive" => Zip(("Connections.csv", Encoding.UTF8.GetBytes(Header + Ada)))[..60],
        _ => Encoding.UTF8.GetBytes(Header + "\"Ada,Sample\n" + Ada),
    };

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
