// Runs something in a unit of work of a tenant (joining one that is open), with its services and the EF context whose connection and transaction to use. The host registers it.
global using UnitOfWork = System.Func<string?, System.Func<System.IServiceProvider, Microsoft.EntityFrameworkCore.DbContext, System.Threading.CancellationToken, System.Threading.Tasks.Task>, System.Threading.CancellationToken, System.Threading.Tasks.Task>;
// Whose instances this is about, where nobody says so: the caller's tenant. The host registers it; without it there are no tenants.
global using CurrentTenantId = System.Func<string?>;
