namespace PartnerCrm.Mail;

/// <summary>What a template is for. It decides which variables the template may use.</summary>
public enum TemplateKind
{
    /// <summary>The first mail, reminders, anything a person writes to a person.</summary>
    Message,

    /// <summary>Offers three times and a link to choose one.</summary>
    Offer,

    /// <summary>Goes with the calendar invitation.</summary>
    Invitation,

    /// <summary>Goes with the calendar cancellation.</summary>
    Cancellation,

    /// <summary>What Article 14 of the UK GDPR has us tell somebody whose details we got elsewhere.</summary>
    Notice,

    /// <summary>Under every mail: who writes, for whom, why, and how to make it stop.</summary>
    Footer,
}
