namespace Volo.Abp.EntityFrameworkCore;

public enum EfCoreDatabaseProvider
{
    PostgreSql = 3,
    Sqlite = 4,
}
