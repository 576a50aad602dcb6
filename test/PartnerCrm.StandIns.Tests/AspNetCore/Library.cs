using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Account;
using Volo.Abp.Application.Services;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AuditLogging;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Content;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.FeatureManagement;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.AspNetCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.HttpApi;
using Volo.Abp.PermissionManagement.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.Settings;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.Timing;

namespace PartnerCrm.StandIns.Tests.AspNetCore;

[DependsOn(
    typeof(AbpAspNetCoreMvcModule), typeof(AbpAspNetCoreMultiTenancyModule), typeof(AbpEntityFrameworkCoreSqliteModule),
    typeof(AbpIdentityAspNetCoreModule), typeof(AbpIdentityEntityFrameworkCoreModule), typeof(AbpPermissionManagementDomainIdentityModule),
    typeof(AbpPermissionManagementEntityFrameworkCoreModule), typeof(AbpSettingManagementEntityFrameworkCoreModule),
    typeof(AbpAuditLoggingEntityFrameworkCoreModule), typeof(AbpTenantManagementEntityFrameworkCoreModule), typeof(AbpFeatureManagementEntityFrameworkCoreModule),
    typeof(AbpIdentityApplicationModule), typeof(AbpIdentityHttpApiModule), typeof(AbpPermissionManagementHttpApiModule), typeof(AbpSettingManagementHttpApiModule),
    typeof(AbpFeatureManagementHttpApiModule), typeof(AbpTenantManagementHttpApiModule), typeof(AbpAccountHttpApiModule))]
public class LibraryModule : AbpModule
{
    // The test project holds the classes of other applications too.
    public LibraryModule() => SkipAutoServiceRegistration = true;

    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        PreConfigure<AbpIdentityAspNetCoreOptions>(options => options.ConfigureAuthentication = false);

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTypes(
            typeof(LibraryPermissions), typeof(LibrarySettings), typeof(BooksAppService), typeof(LoanRequestsAppService), typeof(GuardedAppService));
        context.Services.AddAbpDbContext<LibraryDbContext>(options => options.AddDefaultRepositories());
        Configure<AbpDbContextOptions>(options => options.UseSqlite());
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers.Create(typeof(LibraryModule).Assembly, setting =>
        {
            setting.RootPath = "library";
            setting.TypePredicate = type => type.Namespace == typeof(LibraryModule).Namespace;
        }));
        Configure<AbpExceptionHttpStatusCodeOptions>(options => options.Map("Library:Taken", HttpStatusCode.Conflict));
        Configure<AbpLocalizationOptions>(options =>
        {
            options.Languages.Add(new LanguageInfo("en", "en", "English"));
            options.Languages.Add(new LanguageInfo("de", "de", "Deutsch"));
        });
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var app = context.GetApplicationBuilder();
        app.UseAbpRequestLocalization();
        app.UseCorrelationId();
        app.UseAbpSecurityHeaders();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseUnitOfWork();
        app.UseAuditing();
        app.UseAuthorization();
        app.UseConfiguredEndpoints();
    }
}

public class Book : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Book(Guid id, string title, Guid? tenantId) : base(id) => (Title, TenantId) = (title, tenantId);

    private Book() { }

    public Guid? TenantId { get; private set; }

    public string Title { get; private set; } = default!;

    public DateTime? BoughtAt { get; set; }
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IIdentityDbContext), typeof(IPermissionManagementDbContext), typeof(ISettingManagementDbContext), typeof(IAuditLoggingDbContext), typeof(ITenantManagementDbContext),
    typeof(IFeatureManagementDbContext))]
public class LibraryDbContext(DbContextOptions<LibraryDbContext> options) : AbpDbContext<LibraryDbContext>(options),
    IIdentityDbContext, IPermissionManagementDbContext, ISettingManagementDbContext, IAuditLoggingDbContext, ITenantManagementDbContext,
    IFeatureManagementDbContext
{
    public DbSet<Book> Books => Set<Book>();

    public DbSet<IdentityUser> Users => Set<IdentityUser>();

    public DbSet<IdentityRole> Roles => Set<IdentityRole>();

    public DbSet<PermissionGrant> PermissionGrants => Set<PermissionGrant>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<AuditLog> AuditLogs => Set<AuditLog>();

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<TenantConnectionString> TenantConnectionStrings => Set<TenantConnectionString>();

    public DbSet<FeatureValue> FeatureValues => Set<FeatureValue>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureIdentity();
        modelBuilder.ConfigurePermissionManagement();
        modelBuilder.ConfigureSettingManagement();
        modelBuilder.ConfigureAuditLogging();
        modelBuilder.ConfigureTenantManagement();
        modelBuilder.ConfigureFeatureManagement();
        modelBuilder.Entity<Book>(b =>
        {
            b.ToTable("LibraryBooks");
            b.ConfigureByConvention();
            b.HasIndex(x => x.Title).IsUnique();
        });
    }
}

public class LibraryPermissions : PermissionDefinitionProvider
{
    public const string Lend = "Library.Lend";
    public const string Close = "Library.Close";

    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup("Library");
        group.AddPermission(Lend);
        group.AddPermission(Close);
    }
}

public class LibrarySettings : SettingDefinitionProvider
{
    public const string Days = "Library.Days";
    public const string Secret = "Library.Secret";

    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(Days, "14"), new SettingDefinition(Secret, isEncrypted: true));
}

public record BookRow(Guid Id, string Title, DateTime? BoughtAt);

public class AddBook
{
    [Required]
    [StringLength(20)]
    public string? Title { get; set; }

    public DateTime? BoughtAt { get; set; }
}

public class FindBooks
{
    public string? Filter { get; set; }

    public int MaxResultCount { get; set; } = 10;

    public DateTime? BoughtAfter { get; set; }
}

public class BooksAppService(IRepository<Book, Guid> books) : ApplicationService
{
    public virtual async Task<BookRow> GetAsync(Guid id)
    {
        var book = await books.GetAsync(id);
        return new BookRow(book.Id, book.Title, book.BoughtAt);
    }

    public virtual async Task<List<BookRow>> GetListAsync(FindBooks input) =>
        [.. (await books.GetListAsync()).Where(b => input.Filter == null || b.Title.Contains(input.Filter)).OrderBy(b => b.Title)
            .Take(input.MaxResultCount).Select(b => new BookRow(b.Id, b.Title, input.BoughtAfter ?? b.BoughtAt))];

    public virtual async Task<BookRow> CreateAsync(AddBook input)
    {
        var book = new Book(GuidGenerator.Create(), input.Title!, CurrentTenant.Id) { BoughtAt = input.BoughtAt };
        await books.InsertAsync(book);
        return new BookRow(book.Id, book.Title, book.BoughtAt);
    }

    public virtual Task UpdateAsync(Guid id, AddBook input) => Task.CompletedTask;

    public virtual Task DeleteAsync(Guid id) => books.DeleteAsync(id);

    public virtual Task LendToAsync(Guid id, Guid readerId) => Task.CompletedTask;

    public virtual Task<int> GetShelfCountAsync(string shelf, int floor) => Task.FromResult(floor);

    [HttpPost("/api/library/books/{id}/covers")]
    public virtual Task<string> AddCoverAsync(Guid id, IRemoteStreamContent file)
    {
        using var reader = new StreamReader(file.GetStream());
        return Task.FromResult($"{file.FileName}:{reader.ReadToEnd()}");
    }

    public virtual Task<IRemoteStreamContent> GetCoverAsync(Guid id) =>
        Task.FromResult<IRemoteStreamContent>(new RemoteStreamContent(new MemoryStream("front"u8.ToArray()), "Umschlag ä.txt", "text/plain"));

    [HttpPost]
    public virtual async Task SwapAsync(AddBook input)
    {
        await books.InsertAsync(new Book(GuidGenerator.Create(), input.Title!, CurrentTenant.Id), autoSave: true);
        throw new BusinessException("Library:Taken").WithData("Title", input.Title!);
    }

    // Saved when the request commits, not here.
    [Authorize(LibraryPermissions.Lend)]
    public virtual Task<BookRow> DonateAsync(AddBook input) => CreateAsync(input);

    [RemoteService(IsEnabled = false)]
    public virtual Task HiddenAsync() => Task.CompletedTask;
}

[Route("api/library/desk")]
public class DeskController(IRepository<Book, Guid> books) : AbpController
{
    [HttpPost]
    public async Task<IActionResult> TakeAsync([FromBody] AddBook input)
    {
        var book = await books.InsertAsync(new Book(GuidGenerator.Create(), input.Title!, CurrentTenant.Id));
        return Accepted($"/api/library/books/{book.Id}", new { book.Id });
    }
}

public class LoanRequestsAppService : ApplicationService
{
    public virtual Task PatchAsync(Guid id, CancellationToken cancellationToken) => Task.Delay(0, cancellationToken);

    public virtual Task<string> GetAllAsync() => Task.FromResult(CurrentTenant.Id?.ToString() ?? "host");
}

public class GuardedAppService : ApplicationService
{
    [Authorize]
    public virtual Task<string> GetNameAsync() => Task.FromResult(CurrentUser.Id.ToString()!);

    [Authorize(LibraryPermissions.Lend)]
    public virtual Task LendAsync() => Task.CompletedTask;

    // Not virtual: no interceptor ever sees it.
    [Authorize(LibraryPermissions.Close)]
    public Task CloseAsync() => Task.CompletedTask;

    public virtual Task FailAsync(string how) => throw (how switch
    {
        "missing" => new EntityNotFoundException(typeof(Book), 5),
        "concurrency" => new AbpDbConcurrencyException("row 7 of table X"),
        "business" => new BusinessException("Library:Closed"),
        "friendly" => new UserFriendlyException("The library is closed.", details: "Come back on Monday."),
        "invalid" => new Volo.Abp.Validation.AbpValidationException([new ValidationResult("Too late.", ["At"])]),
        "forbidden" => new Volo.Abp.Authorization.AbpAuthorizationException("policy of row 7"),
        _ => new InvalidOperationException("the password of table X is secret"),
    });
}
