using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Sources;

public enum ImportSource
{
    LinkedInArchive, EventAttendees,
}

public enum ImportStatus
{
    Queued, Reading, Ready, Failed,
}

/// <summary>A background run over a stored file. Its creator is who met these people.</summary>
public class Import : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxEventNameLength = 200;
    public const int MaxFailureLength = 100;
    public const int MaxUploadKeyLength = 200;
    public const int MaxStoredProblems = 1_000;

    // A file that stops the reader this often without a step forward will do so for ever.
    private const int MaxAttempts = 5;

    public Import(Guid id, StoredFile file, ImportSource source, string? eventName, DateTime? eventDate)
        : base(id)
    {
        FileId = file.Id;
        FileName = file.Name;
        Source = source;
        EventName = eventName;
        EventDate = eventDate;
        UploadKey = KeyOf(TenantId, source, eventName, file.Hash);
        Counts = new ImportCounts();
    }

    private Import()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid FileId { get; private set; }
    public string FileName { get; private set; } = "";
    public ImportSource Source { get; private set; }

    /// <summary>As given at upload; else as the report says.</summary>
    public string? EventName { get; private set; }
    public DateTime? EventDate { get; private set; }
    public ImportStatus Status { get; private set; }

    /// <summary>Why the file could not be read: an error code, and the row it stopped at if there is one.</summary>
    public string? Failure { get; private set; }
    public int? FailureRow { get; private set; }

    /// <summary>Rows done. Reading goes on behind them.</summary>
    public int Position { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>While rows come in, a moment ahead. Once it is past, whoever read has died, and another takes over.</summary>
    public DateTime? ReadingUntil { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public DateTime? PurgedAt { get; private set; }

    /// <summary>Globally unique while the file is of use: the same file again is this import again.</summary>
    public string UploadKey { get; private set; } = "";
    public ImportCounts Counts { get; private set; } = null!;

    public static string KeyOf(Guid? tenantId, ImportSource source, string? eventName, string fileHash) =>
        $"{tenantId:N}:{source}:{StoredFile.HashOf(eventName?.Trim().ToLowerInvariant() ?? "")[..16]}:{fileHash}";

    public void BeginReading(DateTime until)
    {
        EnsureUnfinished();
        Status = ImportStatus.Reading;
        ReadingUntil = until;
        if (++Attempts > MaxAttempts) Fail(SourcesErrors.ReadingFailed, null, until);
    }

    /// <summary>A batch is in. Refuses when somebody else has gone on meanwhile.</summary>
    public void Advance(int from, int rows, ImportCounts batch, DateTime until)
    {
        EnsureUnfinished();
        if (Position != from) throw new InvalidOperationException($"Import {Id} is at row {Position}, not {from}: another reader has gone on.");
        Position += rows;
        Counts = Counts.Plus(batch);
        Attempts = 0;
        ReadingUntil = until;
    }

    public void NameEvent(string? name, DateTime? date)
    {
        EventName ??= name;
        EventDate ??= date;
    }

    public void Finish(DateTime at)
    {
        EnsureUnfinished();
        Status = ImportStatus.Ready;
        FinishedAt = at;
        ReadingUntil = null;
    }

    public void Fail(string code, int? row, DateTime at)
    {
        EnsureUnfinished();
        Status = ImportStatus.Failed;
        Failure = code;
        FailureRow = row;
        FinishedAt = at;
        ReadingUntil = null;
        LetGoOfKey();
    }

    public void EnsurePickable()
    {
        if (Status != ImportStatus.Ready || PurgedAt is not null) throw new BusinessException(SourcesErrors.ImportNotReady).WithData("Status", PurgedAt is null ? Status : "Purged");
    }

    public void CountPicked(int picked) => Counts = Counts with { Picked = Counts.Picked + picked };

    /// <summary>It need not be looked at before then.</summary>
    public void KeepUntil(DateTime at) => LeaseUntil = at;

    public void Purge(DateTime at)
    {
        PurgedAt = at;
        LetGoOfKey();
    }

    private void LetGoOfKey() => UploadKey = Id.ToString("N");

    private void EnsureUnfinished()
    {
        if (Status is ImportStatus.Ready or ImportStatus.Failed) throw new InvalidOperationException($"Import {Id} is {Status} already.");
    }
}
