using System.Globalization;
using Volo.Abp.Localization;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

// What the UI needs to know before it shows anything.
internal sealed record ApplicationConfigurationDto(
    ApplicationLocalizationConfigurationDto Localization, ApplicationAuthConfigurationDto Auth, ApplicationSettingConfigurationDto Setting, CurrentUserDto CurrentUser,
    ApplicationFeatureConfigurationDto Features, ApplicationGlobalFeatureConfigurationDto GlobalFeatures, MultiTenancyInfoDto MultiTenancy, CurrentTenantDto CurrentTenant,
    TimingDto Timing, ClockDto Clock, ObjectExtensionsDto ObjectExtensions)
{
    public Dictionary<string, object?> ExtraProperties { get; } = [];
}

internal sealed record ApplicationLocalizationConfigurationDto(
    IReadOnlyList<LanguageInfo> Languages, CurrentCultureDto CurrentCulture, string? DefaultResourceName, Dictionary<string, ApplicationLocalizationResourceDto> Resources)
{
    public Dictionary<string, Dictionary<string, string>> Values { get; } = [];
    public Dictionary<string, object> LanguagesMap { get; } = [];
    public Dictionary<string, object> LanguageFilesMap { get; } = [];
}

internal sealed record ApplicationLocalizationDto(Dictionary<string, ApplicationLocalizationResourceDto> Resources, CurrentCultureDto CurrentCulture);

internal sealed record ApplicationLocalizationResourceDto(Dictionary<string, string> Texts, IReadOnlyList<string> BaseResources);

internal sealed record ApplicationAuthConfigurationDto(Dictionary<string, bool> GrantedPolicies);

internal sealed record ApplicationSettingConfigurationDto(Dictionary<string, string?> Values);

internal sealed record ApplicationFeatureConfigurationDto(Dictionary<string, string?> Values);

internal sealed record ApplicationGlobalFeatureConfigurationDto(IReadOnlyList<string> EnabledFeatures);

internal sealed record MultiTenancyInfoDto(bool IsEnabled);

internal sealed record CurrentTenantDto(Guid? Id, string? Name, bool IsAvailable);

internal sealed record ClockDto(string Kind);

internal sealed record TimingDto(TimeZone TimeZone);

internal sealed record TimeZone(IanaTimeZone Iana, WindowsTimeZone Windows);

internal sealed record IanaTimeZone(string? TimeZoneName);

internal sealed record WindowsTimeZone(string? TimeZoneId);

internal sealed record ObjectExtensionsDto(Dictionary<string, object> Modules, Dictionary<string, object> Enums);

internal sealed record CurrentUserDto(
    bool IsAuthenticated, Guid? Id, Guid? TenantId, string? UserName, string? Name, string? SurName, string? Email, bool EmailVerified,
    string? PhoneNumber, bool PhoneNumberVerified, string[] Roles, string? SessionId, Guid? ImpersonatorUserId);

internal sealed record CurrentCultureDto(
    string DisplayName, string EnglishName, string ThreeLetterIsoLanguageName, string TwoLetterIsoLanguageName, bool IsRightToLeft,
    string CultureName, string Name, string NativeName, DateTimeFormatDto DateTimeFormat)
{
    public static CurrentCultureDto Create()
    {
        var culture = CultureInfo.CurrentUICulture;
        return new CurrentCultureDto(
            culture.DisplayName, culture.EnglishName, culture.ThreeLetterISOLanguageName, culture.TwoLetterISOLanguageName, culture.TextInfo.IsRightToLeft,
            culture.Name, culture.Name, culture.NativeName, DateTimeFormatDto.Of(culture.DateTimeFormat));
    }
}

internal sealed record DateTimeFormatDto(
    string CalendarAlgorithmType, string DateTimeFormatLong, string ShortDatePattern, string FullDateTimePattern, string DateSeparator, string ShortTimePattern, string LongTimePattern)
{
    public static DateTimeFormatDto Of(DateTimeFormatInfo format) => new(
        format.Calendar.AlgorithmType.ToString(), format.LongDatePattern, format.ShortDatePattern, format.FullDateTimePattern, format.DateSeparator, format.ShortTimePattern, format.LongTimePattern);
}
