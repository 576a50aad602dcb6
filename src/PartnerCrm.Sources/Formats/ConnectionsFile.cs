using System.Runtime.CompilerServices;
using Volo.Abp;

namespace PartnerCrm.Sources;

/// <summary>
/// LinkedIn's Connections.csv: a preamble of notes in some years, then the header, then a connection a row. The header is looked for, never counted to.
/// </summary>
internal static class ConnectionsFile
{
    private const int MaxPreambleRows = 100;

    private enum Field
    {
        FirstName, LastName, Url, Email, Company, Position, ConnectedOn,
    }

    // English, and the one translation that has been seen. Others are not guessed.
    private static readonly Dictionary<string, Field> Names = new()
    {
        ["firstname"] = Field.FirstName, ["lastname"] = Field.LastName, ["url"] = Field.Url, ["emailaddress"] = Field.Email, ["company"] = Field.Company,
        ["position"] = Field.Position, ["connectedon"] = Field.ConnectedOn,
        ["vorname"] = Field.FirstName, ["nachname"] = Field.LastName, ["emailadresse"] = Field.Email, ["unternehmen"] = Field.Company,
        ["verbundenam"] = Field.ConnectedOn,
    };

    public static async IAsyncEnumerable<ReadRow> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        TableHeader<Field>? header = null;
        var scanned = 0;
        await foreach (var row in TableReader.ReadAsync(stream, cancellationToken))
        {
            if (header is not null)
            {
                if (IsHeader(TableHeader<Field>.Of(row, Names))) continue;
                yield return Read(row, header);
                continue;
            }
            var candidate = TableHeader<Field>.Of(row, Names);
            if (IsHeader(candidate))
            {
                header = candidate;
                if (header.HasDoubles) yield return ReadRow.Skip(row.Line, SkipReason.Unusable, [new RowProblem(row.Line, RowProblems.HeaderTwice, row.Excerpt)]);
            }
            else if (++scanned > MaxPreambleRows)
            {
                break;
            }
        }
        if (header is null) throw new BusinessException(SourcesErrors.HeaderNotFound);
    }

    private static bool IsHeader(TableHeader<Field> header) =>
        header.Has(Field.FirstName) && header.Has(Field.LastName) && (header.Has(Field.ConnectedOn) || header.Has(Field.Company));

    private static ReadRow Read(TableRow row, TableHeader<Field> header)
    {
        // A hidden member's row has only a date: LinkedIn leaves it in, we count it as skipped.
        var hasOnlyDate = row.Cells.Count(c => c.Length > 0) <= 1 && header[row, Field.FirstName].Length == 0 && header[row, Field.LastName].Length == 0
            && header[row, Field.Url].Length == 0 && header[row, Field.Email].Length == 0;
        if (hasOnlyDate) return ReadRow.Skip(row.Line, SkipReason.Hidden);

        var reading = new RowReading(row);
        if (header.IsOverrunBy(row)) reading.Note(RowProblems.RowRagged);
        var person = new ImportedPerson(
            reading.Text(header[row, Field.FirstName], Candidate.MaxNameLength), reading.Text(header[row, Field.LastName], Candidate.MaxNameLength),
            reading.Email(header[row, Field.Email]), reading.ProfileSlug(header[row, Field.Url]),
            reading.TextOrNull(header[row, Field.Company], Candidate.MaxOrganisationLength), reading.TextOrNull(header[row, Field.Position], Candidate.MaxPositionLength),
            ConnectedOn: reading.Date(header[row, Field.ConnectedOn]));
        if (person.FirstName.Length > 0 || person.LastName.Length > 0) return ReadRow.Of(row.Line, person, reading.Problems);
        reading.Note(RowProblems.NameMissing);
        return ReadRow.Skip(row.Line, SkipReason.Unusable, reading.Problems);
    }
}
