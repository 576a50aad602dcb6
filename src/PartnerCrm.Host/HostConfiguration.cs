namespace PartnerCrm.Host;

/// <summary>Where the data lives, and what follows from it: PARTNERCRM_DATA names the folder, by default .data beside the working directory.</summary>
public static class HostConfiguration
{
    public const string DataFolder = "App:DataFolder";
    public const string SelfUrl = "App:SelfUrl";
    public const string LongestRequest = "App:LongestRequest";
    public const string DemoEnabled = "Demo:Enabled";

    public static void AddPartnerCrm(this ConfigurationManager configuration)
    {
        var folder = Path.GetFullPath(configuration["PARTNERCRM_DATA"] ?? configuration[DataFolder] ?? ".data");
        Directory.CreateDirectory(folder);
        var port = configuration["PORT"] ?? "5080";
        var derived = new Dictionary<string, string?> { [DataFolder] = folder };
        if (configuration["ConnectionStrings:Default"] == null) derived["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder, "partnercrm.db")}";
        if (configuration["urls"] == null) derived["urls"] = $"http://localhost:{port}";
        if (configuration[SelfUrl] == null) derived[SelfUrl] = $"http://localhost:{port}";
        configuration.AddInMemoryCollection(derived);
    }

    public static bool IsDemo(this IConfiguration configuration) => configuration.GetValue<bool>(DemoEnabled);
}
