using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Volo.Abp.EntityFrameworkCore.Bulk;

/// <summary>How one entity type is written row by row, without the change tracker.</summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];
    private readonly INavigation[] navigations;

    private BulkTable(IEntityType entityType, BulkColumn[] columns)
    {
        Name = entityType.GetTableName()!;
        Schema = entityType.GetSchema();
        Columns = columns;
        navigations = entityType.GetNavigations().ToArray();
    }

    public string Name { get; }
    public string? Schema { get; }
    public BulkColumn[] Columns { get; }

    /// <summary>Null where rows need more than their own properties: inheritance, owned parts, generated or shadow values.</summary>
    public static BulkTable? Of(IEntityType? entityType)
    {
        if (entityType is null) return null;
        if (Known.TryGetValue(entityType, out var known)) return known;
        if (StoreObjectIdentifier.Create(entityType, StoreObjectType.Table) is not { } table) return null;
        if (entityType.BaseType is not null || entityType.GetDirectlyDerivedTypes().Any() || entityType.GetComplexProperties().Any()
            || entityType.GetSkipNavigations().Any() || entityType.GetNavigations().Any(n => n.TargetEntityType.IsOwned())) return null;

        var columns = new List<BulkColumn>();
        foreach (var property in entityType.GetProperties())
        {
            if (property.GetColumnName(table) is not { } name || property.GetComputedColumnSql(table) is not null) continue;
            if (property.IsShadowProperty() || property.ValueGenerated != ValueGenerated.Never) return null;
            columns.Add(new BulkColumn(name, property));
        }

        return Known.GetValue(entityType, _ => new BulkTable(entityType, [.. columns]));
    }

    /// <summary>An entity that brings others along: only the change tracker knows what to do with those.</summary>
    public bool HasParts(object entity)
    {
        foreach (var navigation in navigations)
        {
            var value = navigation.GetGetter().GetClrValue(entity);
            if (value is IEnumerable many ? many.Cast<object>().Any() : value is not null) return true;
        }

        return false;
    }
}

/// <summary>A column, with its property's value conversion.</summary>
internal sealed class BulkColumn(string name, IProperty property)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();
    private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    public string Name => name;
    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    public object? ValueOf(object entity)
    {
        var value = getter.GetClrValue(entity);
        return value is null || convert is null ? value : convert(value);
    }
}
