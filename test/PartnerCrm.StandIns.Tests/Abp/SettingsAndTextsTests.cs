using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.VirtualFileSystem;

namespace PartnerCrm.StandIns.Tests.Abp;

public class SettingsAndTextsTests
{
    [LocalizationResourceName("Shop")]
    public class ShopTexts;

    [LocalizationResourceName("Everyone")]
    public class EveryonesTexts;

    public class ShopSettings : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) => context.Add(
            new SettingDefinition("Shop.Limit", "5"), new SettingDefinition("Shop.Open", "true"), new SettingDefinition("Shop.Secret", isEncrypted: true));
    }

    [Dependency(ReplaceServices = true)]
    [ExposeServices(typeof(ISettingStore), typeof(Stored))]
    public class Stored : ISettingStore, ISingletonDependency
    {
        public Dictionary<(string Name, string? Provider, string? Key), string> All { get; } = [];

        public int Questions { get; private set; }

        public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) =>
            Task.FromResult(All.GetOrDefault((name, providerName, providerKey)));

        public Task<List<SettingValue>> GetAllAsync(string[] names, string? providerName, string? providerKey)
        {
            Questions++;
            return Task.FromResult(names.Select(n => new SettingValue(n, All.GetOrDefault((n, providerName, providerKey)))).ToList());
        }
    }

    [DependsOn(typeof(AbpMultiTenancyModule), typeof(AbpLocalizationModule))]
    public class Shop : AbpModule
    {
        public Shop() => SkipAutoServiceRegistration = true;

        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.AddTypes(typeof(ShopSettings), typeof(Stored));
            context.Services.AddDataProtection().Services.AddSingleton<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());
            Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<Shop>("PartnerCrm.StandIns.Tests"));
            Configure<AbpLocalizationOptions>(options =>
            {
                options.Resources.Add<EveryonesTexts>("en").AddVirtualJson("/Abp/Texts/Base");
                options.Resources.Add<ShopTexts>("en").AddBaseTypes(typeof(EveryonesTexts)).AddVirtualJson("/Abp/Texts");
                options.DefaultResourceType = typeof(ShopTexts);
                options.Languages.Add(new LanguageInfo("en", "en", "English"));
            });
        }
    }

    [Fact]
    public async Task The_nearest_value_of_a_setting_holds()
    {
        await using var app = await AbpApp.Start<Shop>(null, ("Settings:Shop.Open", "false"));
        var settings = app.Get<ISettingProvider>();
        var stored = app.Get<Stored>().All;
        var tenant = Guid.NewGuid();
        (await settings.GetAsync<int>("Shop.Limit")).ShouldBe(5);
        (await settings.IsTrueAsync("Shop.Open")).ShouldBeFalse();
        stored[("Shop.Limit", "G", null)] = "6";
        (await settings.GetOrNullAsync("Shop.Limit")).ShouldBe("6");
        stored[("Shop.Limit", "T", tenant.ToString())] = "7";
        (await settings.GetOrNullAsync("Shop.Limit")).ShouldBe("6");
        using (app.Get<ICurrentTenant>().Change(tenant)) (await settings.GetOrNullAsync("Shop.Limit")).ShouldBe("7");
    }

    [Fact]
    public async Task All_settings_are_one_question_for_each_kind()
    {
        await using var app = await AbpApp.Start<Shop>();
        app.Get<Stored>().All[("Shop.Limit", "G", null)] = "6";
        var all = await app.Get<ISettingProvider>().GetAllAsync(["Shop.Limit", "Shop.Open"]);
        all.ToDictionary(v => v.Name, v => v.Value).ShouldBe(new Dictionary<string, string?> { ["Shop.Limit"] = "6", ["Shop.Open"] = "true" }, ignoreOrder: true);
        app.Get<Stored>().Questions.ShouldBe(2);
    }

    [Fact]
    public async Task An_encrypted_setting_is_readable_only_here()
    {
        await using var app = await AbpApp.Start<Shop>();
        var definition = await app.Get<ISettingDefinitionManager>().GetAsync("Shop.Secret");
        var kept = app.Get<ISettingEncryptionService>().Encrypt(definition, "pass")!;
        kept.ShouldNotContain("pass");
        app.Get<Stored>().All[("Shop.Secret", "G", null)] = kept;
        (await app.Get<ISettingProvider>().GetOrNullAsync("Shop.Secret")).ShouldBe("pass");
    }

    [Fact]
    public async Task Dots_of_embedded_files_become_folders_below_the_base_namespace()
    {
        await using var app = await AbpApp.Start<Shop>();
        var files = app.Get<IVirtualFileProvider>();
        files.GetFileInfo("/Abp/Texts/en.json").Exists.ShouldBeTrue();
        files.GetDirectoryContents("/Abp/Texts").Select(f => f.Name).ShouldBe(["en.json", "de.json"], ignoreOrder: true);
        files.GetDirectoryContents("/Nowhere").Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_falls_back_from_region_to_language_to_default_to_base_resource()
    {
        await using var app = await AbpApp.Start<Shop>();
        var texts = app.Get<IStringLocalizer<ShopTexts>>();
        using (CultureHelper.Use("de-AT"))
        {
            texts["Greeting", "Eva"].Value.ShouldBe("Hallo Eva");
            texts["OnlyEnglish"].Value.ShouldBe("Tea");
            texts["Inherited"].Value.ShouldBe("From the base");
            texts["Missing"].ResourceNotFound.ShouldBeTrue();
            texts["Missing"].Value.ShouldBe("Missing");
            texts.GetAllStrings(includeParentCultures: true).Select(t => t.Name).ShouldBe(["Greeting", "Shop:TooMany", "OnlyEnglish", "Inherited"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_localizable_string_finds_its_resource_by_type_name_or_default()
    {
        await using var app = await AbpApp.Start<Shop>();
        var factory = app.Get<IStringLocalizerFactory>();
        using var english = CultureHelper.Use("en");
        LocalizableString.Create<ShopTexts>("OnlyEnglish").Localize(factory).Value.ShouldBe("Tea");
        LocalizableString.Create("Inherited", "Everyone").Localize(factory).Value.ShouldBe("From the base");
        LocalizableString.Create("OnlyEnglish").Localize(factory).Value.ShouldBe("Tea");
        new FixedLocalizableString("As is").Localize(factory).Value.ShouldBe("As is");
    }
}
