using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Contracts;
using PartnerCrm.Sources;
using Volo.Abp;
using Check = FsCheck.Check;
using static PartnerCrm.Tests.Sources.Tables;

namespace PartnerCrm.Tests.Sources;

public class ConnectionsFileTests
{
    private static readonly DateTime February8 = new(2026, 2, 8, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_connection_is_read_after_the_preamble()
    {
        var row = (await Connections(Preamble + Header + Ada)).ShouldHaveSingleItem();

        row.Person.ShouldBe(new ImportedPerson("Ada", "Müller", "ada@example.org", "ada-mueller", "Example Ltd", "Engineer", ConnectedOn: February8));
        row.Row.ShouldBe(5);
        row.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Müller,ada@example.org,Example Ltd,Engineer,08 Feb 2026")]
    [InlineData("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAda,Müller,,ada@example.org,Example Ltd,Engineer,08 Feb 2026")]
    [InlineData("first_name;LAST NAME;e-mail address;company;position;connected on\nAda;Müller;ada@example.org;Example Ltd;Engineer;2026-02-08")]
    [InlineData("\uFEFFFirst Name,Last Name,Email Address,Company,Position,Connected On\r\n\"Ada\",\"Müller\",\"ada@example.org\",\"Example Ltd\",\"Engineer\",\"8 Feb 2026\"\r\n")]
    public async Task Older_and_translated_headers_are_known(string text)
    {
        var person = (await Connections(text)).ShouldHaveSingleItem().Person!;

        person.ShouldBe(new ImportedPerson("Ada", "Müller", "ada@example.org", null, "Example Ltd", "Engineer", ConnectedOn: February8));
    }

    [Fact]
    public async Task A_hidden_members_row_is_counted_as_skipped()
    {
        var rows = await Connections(Preamble + Header + ",,,,,,07 Jun 2026\n" + Ada);

        rows.Select(r => r.Skipped).ShouldBe([SkipReason.Hidden, null]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_problem_and_the_person_is_kept()
    {
        var row = (await Connections(Header + "Ada,Müller,https://example.org/ada,ada at example,Example Ltd,Engineer,last winter\n")).ShouldHaveSingleItem();

        row.Person.ShouldBe(new ImportedPerson("Ada", "Müller", null, null, "Example Ltd", "Engineer"));
        row.Problems.Select(p => p.Code).ShouldBe([RowProblems.EmailUnreadable, RowProblems.ProfileUnreadable, RowProblems.DateUnknown], ignoreOrder: true);
        row.Problems[0].Row.ShouldBe(2);
        row.Problems[0].Excerpt.ShouldContain("last winter");
    }

    [Fact]
    public async Task Ragged_rows_are_read_as_far_as_they_go()
    {
        var rows = await Connections(Header + "Ada,Müller\nBen,Poole,,,Poole, Finch and Sons,Partner,08 Feb 2026\n,,https://www.linkedin.com/in/nobody,,,,\n");

        rows[0].Person.ShouldBe(new ImportedPerson("Ada", "Müller"));
        rows[1].Problems.Select(p => p.Code).ShouldBe([RowProblems.RowRagged, RowProblems.DateUnknown]);
        rows[2].Skipped.ShouldBe(SkipReason.Unusable);
        rows[2].Problems.ShouldHaveSingleItem().Code.ShouldBe(RowProblems.NameMissing);
    }

    [Fact]
    public async Task Of_two_columns_with_one_name_the_first_that_says_something_counts()
    {
        var rows = await Connections("First Name,Last Name,Email Address,Email Address,Company,Position,Connected On\nAda,Müller,,ada@example.org,Example Ltd,,08 Feb 2026\n");

        rows[0].Problems.ShouldHaveSingleItem().Code.ShouldBe(RowProblems.HeaderTwice);
        rows[1].Person!.Email.ShouldBe("ada@example.org");
    }

    [Fact]
    public async Task Nul_bytes_are_left_out() => (await Connections(Header + Ada.Replace("Ada", "A\0da"))).ShouldHaveSingleItem().Person!.FirstName.ShouldBe("Ada");

    [Fact]
    public async Task A_formula_stays_text() =>
        (await Connections(Header + "=cmd|' /C calc'!A0,Müller,,,Example Ltd,,08 Feb 2026\n")).ShouldHaveSingleItem().Person!.FirstName.ShouldBe("=cmd|' /C calc'!A0");

    public static TheoryData<string> Encodings() => ["utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Every_usual_encoding_is_recognised(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes(Preamble + Header + Ada);

        (await Connections([.. encoding.GetPreamble(), .. text])).ShouldHaveSingleItem().Person!.LastName.ShouldBe("Müller");
        if (name != "utf-32") (await Connections(text)).ShouldHaveSingleItem().Person!.LastName.ShouldBe("Müller");
    }

    [Theory]
    [InlineData("", SourcesErrors.FileIsEmpty)]
    [InlineData(" \r\n\t", SourcesErrors.FileIsEmpty)]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", SourcesErrors.PageInsteadOfFile)]
    [InlineData("\n  <HTML>", SourcesErrors.PageInsteadOfFile)]
    [InlineData("Name,Amount\nAda,3\n", SourcesErrors.HeaderNotFound)]
    [InlineData("%PDF-1.7 and so on", SourcesErrors.FileUnreadable)]
    public async Task What_is_no_connections_file_is_refused_clearly(string text, string code) => (await Refusal(() => Connections(text))).ShouldBe(code);

    [Fact]
    public async Task A_quote_that_never_closes_is_refused_with_its_row()
    {
        var refusal = await Should.ThrowAsync<BusinessException>(() => Connections(Header + Ada + "\"Ben,Poole,,,,,08 Feb 2026\n" + Ada + Ada));

        (refusal.Code, refusal.Data["Row"]).ShouldBe((SourcesErrors.QuoteNeverCloses, 3));
    }

    [Fact]
    public void Any_cell_survives_being_written_and_read() => Check.QuickThrowOnFailure(Prop.ForAll<string?[]>(cells =>
    {
        var kept = cells.Select(c => PlainText.Cut(PlainText.Of(c), 90)).Where(c => c.Length > 0 && c[0] is not ('=' or '+' or '-' or '@')).ToList();
        using var stream = new MemoryStream();
        CsvRows.WriteAsync(stream, Rows(["First Name", "Last Name", "Company"], kept)).GetAwaiter().GetResult();
        var read = Connections(stream.ToArray()).GetAwaiter().GetResult();
        return read.Where(r => r.Person is not null).Select(r => r.Person!.LastName).SequenceEqual(kept);
    }));

    [Fact]
    public async Task A_formula_is_neutralised_when_it_is_handed_out()
    {
        using var stream = new MemoryStream();
        await CsvRows.WriteAsync(stream, Rows(["Left", "Name", "Right"], ["=cmd|' /C calc'!A0", "@sum", "+1", "plain"]));

        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldNotContain(",=");
        foreach (var safe in (string[])["'=cmd|", "'@sum", "'+1", ",plain"]) text.ShouldContain(safe);
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_read_or_refused_but_never_crashes()
    {
        var whole = Utf8(Preamble + Header + Ada + "\"Ben \"\"B\"\"\",\"Poole,\nFinch\",,,\"Ähm & Söhne\",,07 Jun 2026\r\n" + Ada);
        for (var length = 0; length < whole.Length; length++)
        {
            try
            {
                await Connections(whole[..length]);
            }
            catch (BusinessException e)
            {
                e.Code.ShouldStartWith(SourcesErrors.Namespace);
            }
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_but_never_crash() => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
    {
        foreach (var source in Enum.GetValues<ImportSource>())
        {
            try
            {
                Read([.. Utf8(Header), .. bytes], source).GetAwaiter().GetResult();
            }
            catch (BusinessException)
            {
            }
        }
    }));

    private static async IAsyncEnumerable<string?[]> Rows(string[] header, IEnumerable<string> cells)
    {
        yield return header;
        foreach (var cell in cells) yield return ["x", cell, "y"];
        await Task.CompletedTask;
    }
}
