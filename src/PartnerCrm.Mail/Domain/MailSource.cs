using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Mail;

/// <summary>A mail as it went over the wire, of the outgoing or incoming mail with the same id. Apart from it, since lists never need it.</summary>
public class MailSource : Entity<Guid>, IMultiTenant
{
    /// <summary>Bytes. What arrives above this is cut here, and marked.</summary>
    public const int MaxSize = 25 * 1024 * 1024;

    public Guid? TenantId { get; private set; }
    public byte[] Mime { get; private set; }

    public MailSource(Guid mailId, Guid? tenantId, byte[] mime) : base(mailId)
    {
        TenantId = tenantId;
        Mime = mime;
    }

    /// <summary>Sent again by a person's decision: only what goes out now counts.</summary>
    public void Replace(byte[] mime) => Mime = mime;

#pragma warning disable CS8618 // EF Core fills these in.
    private MailSource() { }
#pragma warning restore CS8618
}
