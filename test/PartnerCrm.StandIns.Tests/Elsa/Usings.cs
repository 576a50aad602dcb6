global using CurrentTenantId = System.Func<string?>;
global using UnitOfWork = System.Func<string?, System.Func<System.IServiceProvider, Microsoft.EntityFrameworkCore.DbContext, System.Threading.CancellationToken, System.Threading.Tasks.Task>, System.Threading.CancellationToken, System.Threading.Tasks.Task>;
