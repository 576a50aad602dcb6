using System.Globalization;

namespace Volo.Abp.Localization;

/// <summary>Switches the culture.</summary>
public static class CultureHelper
{
    public static bool IsRtl => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;

    public static IDisposable Use(string culture, string? uiCulture = null) =>
        Use(new CultureInfo(culture), uiCulture == null ? null : new CultureInfo(uiCulture));

    public static IDisposable Use(CultureInfo culture, CultureInfo? uiCulture = null)
    {
        var (outer, outerUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = uiCulture ?? culture;
        return new DisposeAction(() =>
        {
            CultureInfo.CurrentCulture = outer;
            CultureInfo.CurrentUICulture = outerUi;
        });
    }

    public static bool IsValidCultureCode(string cultureCode)
    {
        if (cultureCode.IsNullOrWhiteSpace()) return false;
        try
        {
            return CultureInfo.GetCultureInfo(cultureCode, predefinedOnly: true) != null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    public static string GetBaseCultureName(string cultureName) => cultureName.Split('-')[0];
}
