namespace PartnerCrm.Sources;

/// <summary>409: ImportNotReady, CandidateSuppressed, CandidateAlreadyPicked. 422: the others.</summary>
public static class SourcesErrors
{
    public const string Namespace = "PartnerCrm.Sources";

    // Of a file as a whole.
    public const string FileIsEmpty = "PartnerCrm.Sources:FileIsEmpty";
    public const string FileTooLarge = "PartnerCrm.Sources:FileTooLarge";
    public const string FileUnreadable = "PartnerCrm.Sources:FileUnreadable";
    public const string PageInsteadOfFile = "PartnerCrm.Sources:PageInsteadOfFile";
    public const string WorkbookInsteadOfCsv = "PartnerCrm.Sources:WorkbookInsteadOfCsv";
    public const string HeaderNotFound = "PartnerCrm.Sources:HeaderNotFound";
    public const string AttendeesNotFound = "PartnerCrm.Sources:AttendeesNotFound";
    public const string KindUnknown = "PartnerCrm.Sources:KindUnknown";
    public const string NothingInArchive = "PartnerCrm.Sources:NothingInArchive";
    public const string ArchiveInArchive = "PartnerCrm.Sources:ArchiveInArchive";
    public const string ArchiveTooLarge = "PartnerCrm.Sources:ArchiveTooLarge";
    public const string ArchiveDamaged = "PartnerCrm.Sources:ArchiveDamaged";
    public const string QuoteNeverCloses = "PartnerCrm.Sources:QuoteNeverCloses";
    public const string TooManyRows = "PartnerCrm.Sources:TooManyRows";
    public const string ReadingFailed = "PartnerCrm.Sources:ReadingFailed";

    // Of picking.
    public const string ImportNotReady = "PartnerCrm.Sources:ImportNotReady";
    public const string CandidateUnknown = "PartnerCrm.Sources:CandidateUnknown";
    public const string CandidateSuppressed = "PartnerCrm.Sources:CandidateSuppressed";
    public const string CandidateAlreadyPicked = "PartnerCrm.Sources:CandidateAlreadyPicked";
    public const string OwnerMissing = "PartnerCrm.Sources:OwnerMissing";
    public const string SameAsWhom = "PartnerCrm.Sources:SameAsWhom";
    public const string CandidateSkipped = "PartnerCrm.Sources:CandidateSkipped";
    public const string DecisionUnknown = "PartnerCrm.Sources:DecisionUnknown";
    public const string SortingUnknown = "PartnerCrm.Sources:SortingUnknown";
}

/// <summary>What may be wrong with one row. The row is kept, without what could not be read, unless it says otherwise.</summary>
public static class RowProblems
{
    public const string DateUnknown = "Problem:DateUnknown";
    public const string EmailUnreadable = "Problem:EmailUnreadable";
    public const string ProfileUnreadable = "Problem:ProfileUnreadable";
    public const string RowRagged = "Problem:RowRagged";
    public const string CellCut = "Problem:CellCut";
    public const string HeaderTwice = "Problem:HeaderTwice";

    /// <summary>The row is left out.</summary>
    public const string NameMissing = "Problem:NameMissing";
}
