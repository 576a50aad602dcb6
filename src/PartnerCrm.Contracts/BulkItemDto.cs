namespace PartnerCrm.Contracts;

/// <summary>What became of one of many that the same was asked for, in the order asked. Sentence says why it was not done.</summary>
public record BulkItemDto(Guid Id, string Name, bool IsDone, string? Sentence);
