using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.ValueConverters;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>
/// What holds for every entity of a model, applied when the model is otherwise complete: so it reaches entities that a
/// mapping added after <c>base.OnModelCreating</c>.
/// </summary>
internal sealed class AbpModelConvention(
    Func<Type, LambdaExpression> softDeleteFilter, Func<Type, LambdaExpression> tenantFilter, IClock? clock) : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entityType in modelBuilder.Metadata.GetEntityTypes())
        {
            if (clock is null or { SupportsMultipleTimezone: true }) KeepTimesInUtc(entityType);
            if (entityType.IsOwned() || entityType.BaseType is not null) continue;
            LeaveGuidIdsToTheApplication(entityType);
            Filter(entityType);
        }
    }

    private void Filter(IConventionEntityType entityType)
    {
        var softDelete = typeof(ISoftDelete).IsAssignableFrom(entityType.ClrType);
        var tenant = typeof(IMultiTenant).IsAssignableFrom(entityType.ClrType);
        if (!softDelete && !tenant) return;

        // EF refuses a nameless filter beside named ones.
        if (entityType.GetDeclaredQueryFilters().FirstOrDefault(f => f.IsAnonymous)?.Expression is { } own)
        {
            var mutable = (IMutableEntityType)entityType;
            mutable.SetQueryFilter(null);
            mutable.SetQueryFilter("Own", own);
        }

        if (softDelete) entityType.SetQueryFilter(DataFilterQueries.SoftDelete, softDeleteFilter(entityType.ClrType));
        if (tenant) entityType.SetQueryFilter(DataFilterQueries.MultiTenant, tenantFilter(entityType.ClrType));
    }

    // Otherwise EF would take a new child that already has its id for one that is stored.
    private static void LeaveGuidIdsToTheApplication(IConventionEntityType entityType)
    {
        if (!typeof(IEntity<Guid>).IsAssignableFrom(entityType.ClrType)) return;
        var id = entityType.FindProperty(nameof(IEntity<Guid>.Id));
        if (id?.PropertyInfo?.GetCustomAttribute<DatabaseGeneratedAttribute>(true) is null) id?.Builder.ValueGenerated(ValueGenerated.Never);
    }

    private void KeepTimesInUtc(IConventionEntityType entityType)
    {
        foreach (var property in entityType.GetDeclaredProperties())
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type != typeof(DateTime) || property.GetValueConverter() is not null || property.GetProviderClrType() is not null) continue;
            if (property.PropertyInfo?.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true) == true) continue;
            property.Builder.HasConversion((ValueConverter)(clock is null ? UtcDateTime.Instance : new AbpDateTimeValueConverter(clock)));
        }
    }
}
