using System.Text.RegularExpressions;

namespace PartnerCrm.Mail;

/// <summary>
/// Sentences, English and German, in which somebody asks not to be written to. Found in their own words only: strip the history first, it holds our
/// own footer. One too many costs a colleague a look; one too few costs the person their right: so when in doubt a phrase is in.
/// </summary>
public static partial class ObjectionPhrases
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    // Nobody objects on page five.
    private const int MaxLength = 10_000;

    [GeneratedRegex(
        """
        \b(do\s+not|don'?t|never|please\s+don'?t)\s+(ever\s+)?(contact|e-?mail|mail|write|message|call|phone|approach)(\s+to)?\s+(me|us)\b
          (?!\s*(before|after|on\s|until|till|between|today|tomorrow|tonight|this\s|next\s|during|at\s|in\s|if\s|unless|because|about\s+this\s+until))
        |\b(do\s+not|don'?t|never)\s+(send|forward)\s+(me|us)\s+(any|more|further|this|these|such|e-?mails?|mails?|messages?|marketing)
        |\b(stop|cease|quit)\s+(contacting|e-?mailing|mailing|writing|messaging|calling|phoning|sending|bothering|spamming|pestering)\b
        |(\bstop|\bno\s+more|\bno\s+further|(\bnot|n't)\s+(want|wish|like|need)\s+(any\s+)?(more|further))\s+(these\s+|such\s+|of\s+these\s+)?(e-?mails?|mails?|messages?|contact|communications?|marketing|calls?)\b
        |\b(remove|delete|erase|strike)\s+(me|us|my|our)\b(?=.{0,60}\b(list|lists|mailing|database|records|system|details|data|address|e-?mail|contact|name|number)\b)
        |\b(remove|delete)\s+(me|us)\s*(please)?\s*[.!]?\s*$
        |\b(take|get)\s+(me|us|my\s+\w+(\s+\w+)?|our\s+\w+)\s+off\b
        |\bunsubscribe\s+(me|us|this|my)\b|\b(please|want\s+to|like\s+to|wish\s+to|hereby)\s+unsubscribe\b|^\s*unsubscribe\s*[.!]?\s*$
        |\bopt(ing)?[\s-]*(me\s+)?out\b
        |\bI\s+(hereby\s+)?object\s+to\b
        |(\bnot|n't|\bnever)\s+(want|wish|like|agree|consent|ask(ed)?)\s+(to\s+)?(be\s+(contacted|e-?mailed|called|approached|written\s+to|on\s+(your|this|any)\b.{0,20}\blist)|(receive|hear|get)\s+(from|any|more|further|these|such|e-?mails?|marketing))
        |\bwould\s+(rather|prefer)\s+(not\s+(to\s+)?)(be\s+contacted|hear|receive|get)
        |\bleave\s+(me|us)\s+alone\b
        |\b(withdraw|revoke)\s+(my|our|any)\s+consent\b
        |\b(never|not)\s+(contact|write\s+to|e-?mail)\s+(me|us)\s+again\b
        |\b(lose|delete|forget)\s+my\s+(number|address|e-?mail)\b
        |\b(not\s+to\s+contact|no\s+longer\s+contact)\s+(me|us)\b
        """, Loose | RegexOptions.Multiline)]
    private static partial Regex English { get; }

    [GeneratedRegex(
        """
        \b(kontaktier(en|t)?|schreib(en|t)?|mail(en|t)?|ruf(en|t)?|kontaktiere|schreibe|schreib|sprech(en)?|anschreiben)\s+(sie\s+|ihr\s+)?(mich|mir|uns)\s+(bitte\s+|künftig\s+|zukünftig\s+|in\s+zukunft\s+|ab\s+sofort\s+)?(nicht|nie|niemals)\b
          (?!\s*(vor|nach|am|bis|zwischen|heute|morgen|diese|nächste|während|wenn|um)\b)
        |\bnicht\s+(mehr|weiter|wieder|länger)\s+(zu\s+)?(kontaktier|anschreib|angeschrieben|anzuschreiben|kontaktiert|anruf|angerufen|anzurufen|schreib|mail|belästig|per\s+e-?mail)
        |\b(möchte|will|wünsche|wollen|möchten|wünschen)\b.{0,40}\b(nicht|keine|keinen|keinerlei)\b.{0,60}\b(kontaktiert|angeschrieben|angerufen|kontaktaufnahme|e-?mails?|mails|nachrichten|werbung|newsletter|anschreiben|anfragen)\b
        |\b(keine|keinerlei)\s+(weiteren?|mehr|werbe-?|solchen)?\s*(e-?mails?|mails|nachrichten|werbung|kontaktaufnahmen?|anschreiben|werbemails?|newsletter)\b(?!\s*(erhalten|bekommen|gesehen|gefunden)\s*(haben|habe|hatte)?)
        |\b(widerspreche|widersprechen)\b.{0,60}\b(nutzung|verarbeitung|verwendung|speicherung|werbung|kontaktaufnahme|zusendung|ansprache|datenverarbeitung)\b
        |\bwiderspruch\s+(gegen|nach|gemäß|gem\.|laut)\b
        |\b(nehmen|streichen|löschen|entfernen|nimm|streich|lösch|entfern)e?n?\s+(sie\s+)?(bitte\s+)?(mich|uns|meine|unsere|meinen)\b(?=.{0,60}\b(verteiler|liste|mailingliste|adressliste|datenbank|system|daten|adresse|e-?mail|kontakt|kontaktdaten|namen?)\b)
        |\b(aus|von)\s+(dem|der|ihrem|ihrer|eurem|eurer|diesem|dieser)\s+(e-?mail-?|mail-?)?(verteiler|liste|mailingliste|adressliste|datenbank)\b.{0,40}\b(nehmen|streichen|löschen|entfernen|austragen|gelöscht|entfernt|gestrichen|genommen|ausgetragen)\b
        |\b(melden|melde|trage|tragen)\s+(sie\s+)?(mich|uns)\s+(bitte\s+)?(\w+\s+){0,3}?(ab|aus)\b
        |\b(bitte|möchte\s+mich|will\s+mich|hiermit)\s+(abmelden|austragen|abbestellen|abbestellt)\b|^\s*(abmelden|abbestellen|austragen|unsubscribe)\s*[.!]?\s*$
        |\blass(en|t)?\s+(sie\s+)?(mich|uns)\s+(bitte\s+)?in\s+ruhe\b
        |\bunterlass(en|t)\s+(sie|es)\b
        |\b(bitte|wir\s+bitten|ich\s+bitte)\b.{0,40}\b(von|um)\s+(weiteren?\s+)?(e-?mails?|mails|anschreiben|kontaktaufnahmen?|nachrichten)\b.{0,30}\b(abzusehen|absehen|verzichten|unterlassung)
        |\b(einwilligung|zustimmung)\b.{0,30}\b(widerrufe|ziehe\b.{0,20}zurück|widerrufen)|\bwiderrufe\b.{0,30}\b(einwilligung|zustimmung)
        """, Loose | RegexOptions.Multiline)]
    private static partial Regex German { get; }

    // "Please don't hesitate to contact me" and its relatives say the opposite.
    [GeneratedRegex(@"\b(hesitate|zögern|zöger|forget\s+to|vergessen\s+sie\s+nicht)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invitation { get; }

    [GeneratedRegex(@"(?<=[.!?])\s+|\n{2,}")]
    private static partial Regex SentenceEnds { get; }

    /// <summary>The sentence in which they object, or null.</summary>
    public static string? Find(string subject, string ownWords)
    {
        if (ownWords.Length > MaxLength) ownWords = ownWords[..MaxLength];
        return SentenceEnds.Split(ownWords).Prepend(subject).Select(Normal)
            .FirstOrDefault(s => s.Length > 0 && (English.IsMatch(s) || German.IsMatch(s)) && !Invitation.IsMatch(s));
    }

    private static string Normal(string sentence)
        => string.Join(' ', sentence.Replace('’', '\'').Replace('‘', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
