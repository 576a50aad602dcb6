using PartnerCrm.Contracts;

namespace PartnerCrm.Mail;

/// <summary>What a mail of ours tells the other modules.</summary>
public static class MailFacts
{
    public static MailSent Sent(MailMessage mail, DateTime at) => new(
        mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.Purpose, mail.IsCold, mail.CarriesNotice,
        mail.RelationshipId, mail.EscalationId, mail.Subject, at, mail.About);

    public static MailRefused Refused(MailMessage mail, Verdict verdict, string sentence, DateTime at) => new(
        mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, verdict, sentence, at, mail.About);

    public static MailFailed Failed(MailMessage mail, DateTime at) => new(
        mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, mail.Problem ?? "", at, mail.About);
}
