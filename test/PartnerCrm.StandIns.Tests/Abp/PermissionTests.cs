using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace PartnerCrm.StandIns.Tests.Abp;

public class PermissionTests
{
    public class ShopPermissions : PermissionDefinitionProvider
    {
        public override void Define(IPermissionDefinitionContext context)
        {
            var orders = context.AddGroup("Shop").AddPermission("Shop.Orders");
            orders.AddChild("Shop.Orders.Delete");
            orders.AddChild("Shop.Orders.Archive", isEnabled: false);
            orders.AddChild("Shop.Tenants", multiTenancySide: MultiTenancySides.Host);
            orders.AddChild("Shop.Feed").WithProviders(ClientPermissionValueProvider.ProviderName);
        }
    }

    [Dependency(ReplaceServices = true)]
    [ExposeServices(typeof(IPermissionStore), typeof(Grants))]
    public class Grants : IPermissionStore, ISingletonDependency
    {
        public HashSet<(string Name, string Provider, string Key)> All { get; } = [];

        public int Questions { get; private set; }

        public Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey)
        {
            Questions++;
            return Task.FromResult(All.Contains((name, providerName!, providerKey!)));
        }

        public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string? providerName, string? providerKey)
        {
            Questions++;
            var result = new MultiplePermissionGrantResult(names);
            foreach (var name in names.Where(n => All.Contains((n, providerName!, providerKey!)))) result.Result[name] = PermissionGrantResult.Granted;
            return Task.FromResult(result);
        }
    }

    [DependsOn(typeof(AbpAuthorizationModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddTypes(typeof(ShopPermissions), typeof(Grants));
    }

    private static readonly Guid Alice = new("11111111-0000-0000-0000-000000000000");

    private static IDisposable SignIn(AbpApp app, params (string Type, string Value)[] claims) =>
        app.Get<ICurrentPrincipalAccessor>().Change(new ClaimsIdentity(claims.Select(c => new Claim(c.Type, c.Value)), "test"));

    [Fact]
    public async Task A_grant_to_the_user_a_role_or_the_calling_system_is_enough()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<Grants>().All.UnionWith([("Shop.Orders", "U", Alice.ToString()), ("Shop.Orders.Delete", "R", "manager"), ("Shop.Feed", "C", "till"), ("Shop.Feed", "R", "manager")]);
        var checker = app.Get<IPermissionChecker>();

        using (SignIn(app, (AbpClaimTypes.UserId, Alice.ToString())))
        {
            (await checker.IsGrantedAsync("Shop.Orders")).ShouldBeTrue();
            (await checker.IsGrantedAsync("Shop.Orders.Delete")).ShouldBeFalse();
        }

        using (SignIn(app, (AbpClaimTypes.Role, "clerk"), (AbpClaimTypes.Role, "manager")))
        {
            (await checker.IsGrantedAsync("Shop.Orders.Delete")).ShouldBeTrue();
            (await checker.IsGrantedAsync("Shop.Feed")).ShouldBeFalse("roles may not grant it");
        }

        using (SignIn(app, (AbpClaimTypes.ClientId, "till"))) (await checker.IsGrantedAsync("Shop.Feed")).ShouldBeTrue();
        (await checker.IsGrantedAsync("Shop.Orders")).ShouldBeFalse("nobody is signed in");
    }

    [Fact]
    public async Task What_is_disabled_unknown_or_for_the_other_side_nobody_has()
    {
        await using var app = await AbpApp.Start<Shop>();
        foreach (var name in new[] { "Shop.Orders.Archive", "Shop.Unknown", "Shop.Tenants" }) app.Get<Grants>().All.Add((name, "U", Alice.ToString()));
        var checker = app.Get<IPermissionChecker>();
        using var user = SignIn(app, (AbpClaimTypes.UserId, Alice.ToString()), (AbpClaimTypes.TenantId, Guid.NewGuid().ToString()));
        (await checker.IsGrantedAsync("Shop.Orders.Archive")).ShouldBeFalse();
        (await checker.IsGrantedAsync("Shop.Unknown")).ShouldBeFalse();
        (await checker.IsGrantedAsync("Shop.Tenants")).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_permissions_are_one_question_for_each_grantee()
    {
        await using var app = await AbpApp.Start<Shop>();
        var grants = app.Get<Grants>();
        grants.All.UnionWith([("Shop.Orders", "U", Alice.ToString()), ("Shop.Orders.Delete", "R", "manager")]);
        using var user = SignIn(app, (AbpClaimTypes.UserId, Alice.ToString()), (AbpClaimTypes.Role, "manager"));

        var result = await app.Get<IPermissionChecker>().IsGrantedAsync(["Shop.Orders", "Shop.Orders.Delete", "Shop.Orders.Archive", "Shop.Feed"]);

        result.Result.Where(r => r.Value == PermissionGrantResult.Granted).Select(r => r.Key).ShouldBe(["Shop.Orders", "Shop.Orders.Delete"], ignoreOrder: true);
        grants.Questions.ShouldBe(2);
    }

    [Fact]
    public async Task Each_permission_is_a_policy()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<Grants>().All.Add(("Shop.Orders", "U", Alice.ToString()));
        using var user = SignIn(app, (AbpClaimTypes.UserId, Alice.ToString()));
        var authorization = app.Get<IAuthorizationService>();
        (await authorization.IsGrantedAsync("Shop.Orders")).ShouldBeTrue();
        var refusal = await Should.ThrowAsync<AbpAuthorizationException>(() => authorization.CheckAsync("Shop.Orders.Delete"));
        refusal.Code.ShouldBe("Volo.Authorization:010002");
        refusal.Data["PolicyName"].ShouldBe("Shop.Orders.Delete");
    }
}
