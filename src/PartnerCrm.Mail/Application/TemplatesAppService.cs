using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace PartnerCrm.Mail;

[Authorize(MailPermissions.Templates.Default)]
public class TemplatesAppService(IRepository<Template, Guid> templates, TemplateTrying trying) : ApplicationService
{
    public virtual async Task<PagedResultDto<TemplateDto>> GetListAsync(GetTemplatesInput input)
    {
        var query = (await templates.GetQueryableAsync())
            .WhereIf(!string.IsNullOrEmpty(input.Name), t => t.Name == input.Name)
            .WhereIf(!string.IsNullOrEmpty(input.Language), t => t.Language == input.Language);
        var rows = await AsyncExecuter.ToListAsync(Sorted(query, input.Sorting).PageBy(input.SkipCount, input.MaxResultCount).Select(TemplateDto.FromTemplate));
        return new PagedResultDto<TemplateDto>(await AsyncExecuter.CountBoundedAsync(query), rows);
    }

    public virtual async Task<TemplateDto> GetAsync(Guid id) => TemplateDto.Of(await templates.GetAsync(id));

    [Authorize(MailPermissions.Templates.Manage)]
    public virtual async Task<TemplateDto> CreateAsync(CreateTemplateInput input)
    {
        var template = new Template(
            GuidGenerator.Create(), CurrentTenant.Id, input.Name, input.Language, input.Kind, input.Subject, input.Text, input.Html);
        if (await templates.FindAsync(t => t.Key == template.Key) is not null)
            throw new BusinessException(MailErrors.TemplateExists).WithData("Name", template.Name).WithData("Language", template.Language);
        return TemplateDto.Of(await templates.InsertAsync(template, autoSave: true));
    }

    [Authorize(MailPermissions.Templates.Manage)]
    public virtual async Task<TemplateDto> UpdateAsync(Guid id, UpdateTemplateInput input)
    {
        var template = await templates.GetAsync(id);
        template.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        template.Rewrite(input.Subject, input.Text, input.Html);
        return TemplateDto.Of(await templates.UpdateAsync(template, autoSave: true));
    }

    /// <summary>Nothing is stored. The same errors as at save.</summary>
    public virtual Task<TemplatePreviewDto> PreviewAsync(PreviewTemplateInput input)
    {
        var template = new Template(Guid.Empty, null, "preview", "en", input.Kind, input.Subject, input.Text, input.Html);
        var sample = template.Render(TemplateVariables.SamplesFor(input.Kind));
        return Task.FromResult(new TemplatePreviewDto(sample.Subject, sample.Text, sample.Html, TemplateVariables.KnownFor(input.Kind)));
    }

    /// <summary>Nothing is stored or sent.</summary>
    public virtual Task<TemplatePreviewDto> PreviewForContactAsync(PreviewTemplateForContactInput input) => trying.PreviewAsync(input, Me());

    /// <summary>Sends it to the caller's own address, as this contact would get it.</summary>
    [Authorize(MailPermissions.Templates.Manage)]
    [UnitOfWork(isTransactional: false)]
    public virtual Task<TestSendDto> TestSendAsync(PreviewTemplateForContactInput input) => trying.SendAsync(input, Me());

    private Guid Me() => CurrentUser.Id ?? throw new BusinessException(MailErrors.SenderMissing);

    private static IQueryable<Template> Sorted(IQueryable<Template> query, string? sorting) => sorting?.Trim().ToLowerInvariant() switch
    {
        null or "" or "name" or "name asc" => query.OrderBy(t => t.Name).ThenBy(t => t.Language),
        "name desc" => query.OrderByDescending(t => t.Name).ThenBy(t => t.Language),
        "language" or "language asc" => query.OrderBy(t => t.Language).ThenBy(t => t.Name),
        "language desc" => query.OrderByDescending(t => t.Language).ThenBy(t => t.Name),
        "kind" or "kind asc" => query.OrderBy(t => t.Kind).ThenBy(t => t.Name).ThenBy(t => t.Language),
        "kind desc" => query.OrderByDescending(t => t.Kind).ThenBy(t => t.Name).ThenBy(t => t.Language),
        _ => throw Sorting.Unknown("name", "language", "kind"),
    };
}
