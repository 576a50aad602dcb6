namespace PartnerCrm.Mail;

public static class MailErrors
{
    // 422: what was sent cannot be used as it is.
    public const string TemplateSyntax = "PartnerCrm.Mail:TemplateSyntax";
    public const string UnknownVariable = "PartnerCrm.Mail:UnknownVariable";
    public const string UnknownBlock = "PartnerCrm.Mail:UnknownBlock";
    public const string UnescapedVariable = "PartnerCrm.Mail:UnescapedVariable";
    public const string VariableNeeded = "PartnerCrm.Mail:VariableNeeded";
    public const string TemplateEmpty = "PartnerCrm.Mail:TemplateEmpty";
    public const string MailEmpty = "PartnerCrm.Mail:MailEmpty";
    public const string SourceMissing = "PartnerCrm.Mail:SourceMissing";
    public const string NoOfferInMail = "PartnerCrm.Mail:NoOfferInMail";
    public const string NoInvitationInMail = "PartnerCrm.Mail:NoInvitationInMail";
    public const string NoUnsubscribeInMail = "PartnerCrm.Mail:NoUnsubscribeInMail";

    // 409: it doesn't fit the present state.
    public const string TemplateExists = "PartnerCrm.Mail:TemplateExists";
    public const string NotADraft = "PartnerCrm.Mail:NotADraft";
    public const string NotInDoubt = "PartnerCrm.Mail:NotInDoubt";
    public const string AskedForAnew = "PartnerCrm.Mail:AskedForAnew";
    public const string WrongState = "PartnerCrm.Mail:WrongState";
    public const string ContactBlocked = "PartnerCrm.Mail:ContactBlocked";
    public const string OwnerMustBeAsked = "PartnerCrm.Mail:OwnerMustBeAsked";

    // 403
    public const string NotYourDraft = "PartnerCrm.Mail:NotYourDraft";

    // 404
    public const string UnknownLink = "PartnerCrm.Mail:UnknownLink";
    public const string PracticeModeOnly = "PartnerCrm.Mail:PracticeModeOnly";

    // Sentences for mails that cannot be made; they are stored with the mail and told to whoever asked for it.
    public const string TemplateMissing = "PartnerCrm.Mail:TemplateMissing";
    public const string VariableMissing = "PartnerCrm.Mail:VariableMissing";
    public const string ContactMissing = "PartnerCrm.Mail:ContactMissing";
    public const string ContactHasNoAddress = "PartnerCrm.Mail:ContactHasNoAddress";
    public const string SenderMissing = "PartnerCrm.Mail:SenderMissing";
}
