using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace PartnerCrm.Sources;

public static class SourcesSettings
{
    /// <summary>Days for which candidates that nobody picked are kept, and the file they came from.</summary>
    public const string KeepCandidatesDays = "PartnerCrm.Sources.KeepCandidatesDays";
    public const int DefaultKeepCandidatesDays = 14;
}

public class SourcesSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(
        SourcesSettings.KeepCandidatesDays, SourcesSettings.DefaultKeepCandidatesDays.ToString(),
        LocalizableString.Create<SourcesResource>("Setting:KeepCandidatesDays")));
}
