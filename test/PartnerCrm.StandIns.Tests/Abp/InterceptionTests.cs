using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Volo.Abp.Validation;

namespace PartnerCrm.StandIns.Tests.Abp;

public class InterceptionTests
{
    public class Line
    {
        [Range(1, 9)]
        public int Quantity { get; set; } = 1;
    }

    public class OrderInput : IValidatableObject
    {
        [Required]
        [StringLength(5)]
        public string? Name { get; set; } = "tea";

        public List<Line> Lines { get; set; } = [];

        public bool IsAbsurd { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (IsAbsurd) yield return new ValidationResult("absurd", [nameof(IsAbsurd)]);
        }
    }

    public class OrdersAppService : ApplicationService
    {
        public virtual Task<IAbpUnitOfWorkOptions?> GetUnitOfWork() => Task.FromResult(CurrentUnitOfWork?.Options);

        public virtual Task<IAbpUnitOfWorkOptions?> ChangeInUnitOfWork() => Task.FromResult(CurrentUnitOfWork?.Options);

        [UnitOfWork(isTransactional: false)]
        public virtual Task<IAbpUnitOfWorkOptions?> ChangeWithoutTransaction() => Task.FromResult(CurrentUnitOfWork?.Options);

        [UnitOfWork(IsDisabled = true)]
        public virtual Task<IAbpUnitOfWorkOptions?> WithoutUnitOfWork() => Task.FromResult(CurrentUnitOfWork?.Options);

        public Task<IAbpUnitOfWorkOptions?> NotVirtual() => Task.FromResult(CurrentUnitOfWork?.Options);

        public virtual IAbpUnitOfWorkOptions? Synchronous() => CurrentUnitOfWork?.Options;

        public virtual Task Place(OrderInput input) => Task.CompletedTask;

        public virtual Task List(PagedAndSortedResultRequestDto input, CancellationToken cancellationToken = default) => Task.CompletedTask;

        [DisableValidation]
        public virtual Task PlaceAnything(OrderInput input) => Task.CompletedTask;

        [Authorize]
        public virtual Task Delete() => Task.CompletedTask;

        public virtual Task Fail(string secret) => throw new InvalidOperationException("failed");
    }

    [Authorize]
    public class ClosedAppService : ApplicationService
    {
        public virtual Task Enter() => Task.CompletedTask;

        [AllowAnonymous]
        public virtual Task Look() => Task.CompletedTask;
    }

    internal sealed class SealedWorker : ISealedWorker, ITransientDependency
    {
        public IUnitOfWorkManager UnitOfWorks { get; }

        public SealedWorker(IUnitOfWorkManager unitOfWorks) => UnitOfWorks = unitOfWorks;

        [UnitOfWork]
        public bool Work() => UnitOfWorks.Current != null;
    }

    public interface ISealedWorker
    {
        bool Work();
    }

    [ExposeServices(typeof(IAuditingStore))]
    [Dependency(ReplaceServices = true)]
    public class AuditLogs : IAuditingStore, ISingletonDependency
    {
        public List<AuditLogInfo> Saved { get; } = [];

        public Task SaveAsync(AuditLogInfo auditInfo)
        {
            Saved.Add(auditInfo);
            return Task.CompletedTask;
        }
    }

    [DependsOn(typeof(AbpDddApplicationModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddTypes(typeof(OrdersAppService), typeof(ClosedAppService), typeof(AuditLogs));
            context.Services.AddTransient<ISealedWorker, SealedWorker>();
        }
    }

    [Fact]
    public async Task A_method_runs_in_a_unit_of_work_that_has_a_transaction_unless_it_gets()
    {
        await using var app = await AbpApp.Start<Shop>();
        var orders = app.Get<OrdersAppService>();
        (await orders.GetUnitOfWork()).ShouldNotBeNull().IsTransactional.ShouldBeFalse();
        (await orders.ChangeInUnitOfWork()).ShouldNotBeNull().IsTransactional.ShouldBeTrue();
        (await orders.ChangeWithoutTransaction()).ShouldNotBeNull().IsTransactional.ShouldBeFalse();
        orders.Synchronous().ShouldNotBeNull();
        app.Get<IUnitOfWorkManager>().Current.ShouldBeNull();
    }

    [Fact]
    public async Task Without_virtual_or_when_disabled_there_is_none()
    {
        await using var app = await AbpApp.Start<Shop>();
        (await app.Get<OrdersAppService>().NotVirtual()).ShouldBeNull();
        (await app.Get<OrdersAppService>().WithoutUnitOfWork()).ShouldBeNull();
    }

    [Fact]
    public async Task A_reserved_unit_of_work_is_begun_by_the_first_method()
    {
        await using var app = await AbpApp.Start<Shop>();
        var manager = app.Get<IUnitOfWorkManager>();
        using var reserved = manager.Reserve(Volo.Abp.Uow.UnitOfWork.UnitOfWorkReservationName);
        manager.Current.ShouldBeNull();

        (await app.Get<OrdersAppService>().ChangeInUnitOfWork()).ShouldNotBeNull().IsTransactional.ShouldBeTrue();

        manager.Current.ShouldBe(reserved);
        reserved.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_class_that_cannot_be_derived_from_is_intercepted_by_its_interface()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<ISealedWorker>().Work().ShouldBeTrue();
    }

    [Fact]
    public async Task Input_is_validated_however_deep()
    {
        await using var app = await AbpApp.Start<Shop>();
        var orders = app.Get<OrdersAppService>();
        await orders.Place(new OrderInput { Lines = { new Line { Quantity = 3 } } });

        var error = await Should.ThrowAsync<AbpValidationException>(
            () => orders.Place(new OrderInput { Name = "too long", IsAbsurd = true, Lines = { new Line(), new Line { Quantity = 0 } } }));

        error.ValidationErrors.SelectMany(e => e.MemberNames).ShouldBe(["Name", "Quantity", "IsAbsurd"], ignoreOrder: true);
        await orders.PlaceAnything(new OrderInput { Name = "too long" });
    }

    [Fact]
    public async Task Missing_input_and_pages_over_a_thousand_are_refused()
    {
        await using var app = await AbpApp.Start<Shop>();
        var orders = app.Get<OrdersAppService>();
        (await Should.ThrowAsync<AbpValidationException>(() => orders.Place(null!))).ValidationErrors[0].ErrorMessage.ShouldBe("input is null!");
        await Should.ThrowAsync<AbpValidationException>(() => orders.List(new() { MaxResultCount = 1001 }));
        await Should.ThrowAsync<AbpValidationException>(() => orders.List(new() { SkipCount = -1 }));
        await orders.List(new() { MaxResultCount = 1000 });
    }

    [Fact]
    public async Task Only_who_is_signed_in_may_enter_what_asks_for_it()
    {
        await using var app = await AbpApp.Start<Shop>();
        await Should.ThrowAsync<AbpAuthorizationException>(() => app.Get<OrdersAppService>().Delete());
        await Should.ThrowAsync<AbpAuthorizationException>(() => app.Get<ClosedAppService>().Enter());
        await app.Get<ClosedAppService>().Look();

        var signedIn = new ClaimsIdentity([new Claim(AbpClaimTypes.UserId, Guid.NewGuid().ToString())], "test");
        using (app.Get<ICurrentPrincipalAccessor>().Change(signedIn)) await app.Get<ClosedAppService>().Enter();
    }

    [Fact]
    public async Task Calls_that_change_or_fail_are_audited()
    {
        await using var app = await AbpApp.Start<Shop>();
        var orders = app.Get<OrdersAppService>();
        var saved = ((AuditLogs)app.Get<IAuditingStore>()).Saved;
        await orders.GetUnitOfWork();
        saved.ShouldBeEmpty();

        await orders.Place(new OrderInput { Name = "milk" });
        var action = saved.ShouldHaveSingleItem().Actions.ShouldHaveSingleItem();
        action.ServiceName.ShouldBe(typeof(OrdersAppService).FullName);
        action.MethodName.ShouldBe(nameof(OrdersAppService.Place));
        action.Parameters.ShouldContain("\"name\":\"milk\"");

        await Should.ThrowAsync<InvalidOperationException>(() => orders.Fail("x"));
        saved[1].Exceptions.ShouldHaveSingleItem().Message.ShouldBe("failed");
    }
}
