using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.EntityFrameworkCore.Modeling;

public static class AbpEntityTypeBuilderExtensions
{
    /// <summary>Maps the columns that an entity has by deriving from ABP's base classes.</summary>
    public static void ConfigureByConvention(this EntityTypeBuilder b)
    {
        if (b.Is<IHasConcurrencyStamp>())
            b.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken().IsRequired().HasMaxLength(ConcurrencyStampConsts.MaxLength);
        if (b.Is<IHasExtraProperties>()) b.Property(nameof(IHasExtraProperties.ExtraProperties)).IsRequired();
        // Always written, so that a bulk insert and a plain one are the same; the default is for rows from elsewhere.
        if (b.Is<ISoftDelete>()) b.Property(nameof(ISoftDelete.IsDeleted)).IsRequired().HasDefaultValue(false).ValueGeneratedNever();
        if (b.Is<IMultiTenant>()) b.Property(nameof(IMultiTenant.TenantId)).IsRequired(false);
        if (b.Is<IHasCreationTime>()) b.Property(nameof(IHasCreationTime.CreationTime)).IsRequired();
        if (b.Is<IMayHaveCreator>()) b.Property(nameof(IMayHaveCreator.CreatorId)).IsRequired(false);
        if (b.Is<IHasModificationTime>()) b.Property(nameof(IHasModificationTime.LastModificationTime)).IsRequired(false);
        if (b.Is<IModificationAuditedObject>()) b.Property(nameof(IModificationAuditedObject.LastModifierId)).IsRequired(false);
        if (b.Is<IHasDeletionTime>()) b.Property(nameof(IHasDeletionTime.DeletionTime)).IsRequired(false);
        if (b.Is<IDeletionAuditedObject>()) b.Property(nameof(IDeletionAuditedObject.DeleterId)).IsRequired(false);
    }

    private static bool Is<T>(this EntityTypeBuilder b) => typeof(T).IsAssignableFrom(b.Metadata.ClrType);
}
