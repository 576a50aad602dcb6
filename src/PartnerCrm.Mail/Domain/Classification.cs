using System.Text.RegularExpressions;

namespace PartnerCrm.Mail;

/// <summary>What a mail is, from what it says. Whose it is, is another question.</summary>
public static partial class Classification
{
    [GeneratedRegex(
        """
        ^\s*(automatic(al)?\s+reply|auto(matic)?[\s-]*(reply|response|antwort)|automatische\s+(antwort|r[üu]ckantwort)|out\s+of\s+(the\s+)?office
        |ooo\s*:|on\s+(annual\s+)?leave\s*:|abwesen(d|heit)|abwesenheits(notiz|meldung|assistent)|autoreply|antwort\s+automatisch)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex AwaySubject { get; }

    public static IncomingKind Of(ReadMail mail, out string? objection)
    {
        objection = null;
        if (mail.CalendarReply is not null) return IncomingKind.CalendarReply;
        if (mail.Report is { } report) return report.IsFailure ? IncomingKind.Bounce : IncomingKind.Receipt;
        if (mail.IsReadReceipt) return IncomingKind.Receipt;
        if (mail.SaysAutomatic || AwaySubject.IsMatch(mail.Subject)) return IncomingKind.AutoReply;
        if (mail.From is null) return IncomingKind.Unknown;

        objection = ObjectionPhrases.Find(mail.Subject, QuotedText.Strip(mail.Text));
        return objection is null ? IncomingKind.Reply : IncomingKind.Objection;
    }
}
