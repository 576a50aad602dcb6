using System.IO.Compression;
using PartnerCrm.Sources;
using static PartnerCrm.Tests.Sources.Tables;

namespace PartnerCrm.Tests.Sources;

public class ArchiveTests
{
    private static readonly byte[] File = Utf8(Preamble + Header + Ada);

    [Theory]
    [InlineData("Connections.csv")]
    [InlineData("Basic_LinkedInDataExport_03-01-2026/Connections.csv")]
    [InlineData("connections .CSV")]
    [InlineData("CONNECTIONS_.csv")]
    public async Task Connections_are_found_in_the_archive_whatever_the_case_and_spaces(string name)
    {
        var zip = Zip(("Profile.csv", Utf8("a,b\n")), ("messages.csv", Utf8("CONVERSATION ID\n" + new string('x', 9999))), (name, File));

        (await Connections(zip)).ShouldHaveSingleItem().Person!.FirstName.ShouldBe("Ada");
    }

    [Fact]
    public async Task An_archive_in_an_archive_is_refused() =>
        (await Refusal(() => Connections(Zip(("inner.zip", Zip(("Connections.csv", File))))))).ShouldBe(SourcesErrors.ArchiveInArchive);

    [Fact]
    public async Task An_archive_without_connections_is_refused() =>
        (await Refusal(() => Connections(Zip(("a.csv", File), ("b.csv", File))))).ShouldBe(SourcesErrors.NothingInArchive);

    [Fact]
    public async Task An_empty_archive_is_refused() => (await Refusal(() => Connections(Zip()))).ShouldBe(SourcesErrors.NothingInArchive);

    [Fact]
    public async Task A_workbook_is_refused_with_what_to_do() =>
        (await Refusal(() => Connections(Zip(("[Content_Types].xml", []), ("xl/workbook.xml", []))))).ShouldBe(SourcesErrors.WorkbookInsteadOfCsv);

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_unpacks()
    {
        var bomb = Zip(("Connections.csv", [.. Utf8(Header), .. new byte[80 * 1024 * 1024]]));
        bomb.Length.ShouldBeLessThan(200_000);

        (await Refusal(() => Connections(bomb))).ShouldBe(SourcesErrors.ArchiveTooLarge);
    }

    [Fact]
    public async Task A_zip_bomb_that_lies_about_its_size_is_stopped_on_the_way()
    {
        var bomb = Zip(("Connections.csv", [.. Utf8(Preamble + Header), .. Enumerable.Repeat(Utf8(Ada), 400_000).SelectMany(b => b)]));
        // The length of what is unpacked stands in the central directory, 24 bytes into its one entry.
        var directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bomb.AsSpan(directory + 24), 1_000);

        try
        {
            // The archive's reader takes the lie at its word, and reads no more.
            (await Connections(bomb)).Count.ShouldBeLessThan(20);
        }
        catch (Volo.Abp.BusinessException e)
        {
            e.Code.ShouldBeOneOf(SourcesErrors.ArchiveTooLarge, SourcesErrors.ArchiveDamaged);
        }
    }

    [Fact]
    public async Task An_archive_cut_off_or_damaged_anywhere_is_read_or_refused_but_never_crashes()
    {
        var zip = Zip(("Connections.csv", File));
        for (var i = 0; i < zip.Length; i++)
        {
            var damaged = zip.ToArray();
            damaged[i] ^= 0x55;
            foreach (var bytes in (byte[][])[damaged, zip[..i]])
            {
                try
                {
                    await Connections(bytes);
                }
                catch (Volo.Abp.BusinessException e)
                {
                    e.Code.ShouldStartWith(SourcesErrors.Namespace);
                }
            }
        }
    }
}
