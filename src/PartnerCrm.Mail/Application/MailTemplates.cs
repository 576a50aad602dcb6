using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace PartnerCrm.Mail;

/// <summary>Finds the words for a purpose in a person's language: theirs, else English, else whatever there is.</summary>
public class MailTemplates(IRepository<Template, Guid> templates) : DomainService
{
    public virtual async Task<Template?> FindAsync(string name, string? language, CancellationToken cancellationToken = default)
    {
        name = name.Trim().ToLowerInvariant();
        var wanted = LanguageOf(language);
        var all = await templates.GetListAsync(t => t.Name == name, cancellationToken: cancellationToken);
        return all.FirstOrDefault(t => LanguageOf(t.Language) == wanted)
            ?? all.FirstOrDefault(t => LanguageOf(t.Language) == "en")
            ?? all.OrderBy(t => t.Language, StringComparer.Ordinal).FirstOrDefault()
            // Not seeded yet: the footer and the notice may never be missing.
            ?? DefaultTemplates.Make(Guid.Empty, CurrentTenant.Id, name, wanted)
            ?? DefaultTemplates.Make(Guid.Empty, CurrentTenant.Id, name, "en");
    }

    /// <summary>"de-AT" is "de" here.</summary>
    private static string LanguageOf(string? tag) => string.IsNullOrWhiteSpace(tag) ? "en" : tag.Trim().Split('-', '_')[0].ToLowerInvariant();
}
