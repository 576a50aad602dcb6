using MimeKit;

namespace PartnerCrm.Mail;

/// <summary>The parts of a mail in order, within bounds: a hostile mail nests deeper, or has more parts, than any letter.</summary>
public static class MimeParts
{
    public const int MaxDepth = 40;
    public const int MaxParts = 500;

    /// <summary>Leaves, and messages within the message, but not the parts of those. <paramref name="isComplete"/> is false where the bounds were hit.</summary>
    public static IReadOnlyList<MimeEntity> Of(MimeEntity? body, out bool isComplete)
    {
        isComplete = true;
        var parts = new List<MimeEntity>();
        var open = new Stack<(MimeEntity Entity, int Depth)>();
        if (body is not null) open.Push((body, 0));
        while (open.TryPop(out var next))
        {
            if (parts.Count >= MaxParts)
            {
                isComplete = false;
                break;
            }
            if (next.Entity is not Multipart multipart)
            {
                parts.Add(next.Entity);
                continue;
            }
            if (next.Depth >= MaxDepth)
            {
                isComplete = false;
                continue;
            }
            for (var i = Math.Min(multipart.Count, MaxParts) - 1; i >= 0; i--) open.Push((multipart[i], next.Depth + 1));
            if (multipart.Count > MaxParts) isComplete = false;
        }
        return parts;
    }
}
