using Microsoft.Extensions.Options;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Clearance;

/// <summary>The keys under which somebody is suppressed: addresses as they compare, not as they are written.</summary>
public class SuppressionKeys(IOptions<SuppressionOptions> options, ICurrentTenant tenant) : ITransientDependency
{
    /// <summary>Of an address, a profile slug or a contact's id.</summary>
    public virtual string Of(string value) => Suppression.KeyOf(options.Value.Secret, tenant.Id, EmailAddress.Of(value)?.Key ?? value);

    /// <summary>Of what a contact is known by to anybody.</summary>
    public virtual IReadOnlyList<string> Of(ContactCard contact) => [.. new[] { contact.Email, contact.ProfileSlug }.OfType<string>().Select(Of)];
}
