using System.Data.Common;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

/// <summary>For which connection the context now being created is meant.</summary>
public class DbContextCreationContext(string connectionStringName, string connectionString)
{
    private static readonly AsyncLocal<DbContextCreationContext?> current = new();

    public static DbContextCreationContext Current => current.Value!;

    public string ConnectionStringName { get; } = connectionStringName;
    public string ConnectionString { get; } = connectionString;
    public DbConnection? ExistingConnection { get; internal set; }
    internal Type? ContextType { get; init; }

    public static IDisposable Use(DbContextCreationContext context)
    {
        var previous = current.Value;
        current.Value = context;
        return new DisposeAction(() => current.Value = previous);
    }
}
