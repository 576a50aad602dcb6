using Volo.Abp.Localization;

namespace PartnerCrm.Mail;

[LocalizationResourceName("Mail")]
public class MailResource;
