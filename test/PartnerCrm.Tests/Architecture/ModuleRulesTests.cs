using System.Reflection;
using System.Text.RegularExpressions;

namespace PartnerCrm.Tests.Architecture;

public class ModuleRulesTests
{
    private static readonly string[] Modules = ["Partners", "Sources", "Engagement", "Clearance", "Mail", "Meetings"];

    private static readonly string Root = FindRoot();

    [Theory]
    [MemberData(nameof(EachModule))]
    public void A_module_knows_no_other_module_but_contracts(string module)
    {
        var references = Assembly.Load($"PartnerCrm.{module}").GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("PartnerCrm.", StringComparison.Ordinal));

        references.ShouldBe(["PartnerCrm.Contracts"]);
    }

    [Theory]
    [MemberData(nameof(EachModule))]
    public void The_domain_knows_no_database_web_workflow_or_mail(string module)
    {
        var foreign = new Regex(@"\b(Microsoft\.EntityFrameworkCore|Volo\.Abp\.EntityFrameworkCore|Microsoft\.AspNetCore|Elsa|MailKit|MimeKit)\b");
        var folder = Path.Combine(Root, "src", $"PartnerCrm.{module}", "Domain");

        var knowing = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => foreign.IsMatch(File.ReadAllText(f)));

        knowing.Select(Path.GetFileName).ShouldBeEmpty();
    }

    /// <summary>Entity Framework's own warning is off, because it also means counts that stop at a bound.</summary>
    [Fact]
    public void A_page_is_cut_from_what_has_an_order()
    {
        var cuts = Directory.GetDirectories(Path.Combine(Root, "src"), "PartnerCrm.*").SelectMany(d => Directory.GetFiles(d, "*.cs", SearchOption.AllDirectories))
            .SelectMany(File.ReadLines).Where(line => line.Contains(".PageBy(", StringComparison.Ordinal)).ToList();

        cuts.ShouldNotBeEmpty();
        cuts.Where(line => !line.Contains("OrderBy", StringComparison.Ordinal) && !line.Contains("Sort", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EachModule))]
    public void A_modules_public_types_sit_in_its_flat_namespace(string module)
    {
        var elsewhere = Assembly.Load($"PartnerCrm.{module}").GetExportedTypes().Where(t => t.Namespace != $"PartnerCrm.{module}");

        elsewhere.Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_knows_no_module_and_no_database()
    {
        var references = Assembly.Load("PartnerCrm.Contracts").GetReferencedAssemblies().Select(a => a.Name!);

        references.ShouldNotContain(n => n.StartsWith("PartnerCrm.", StringComparison.Ordinal) || n.Contains("EntityFrameworkCore"));
    }

    [Theory]
    [MemberData(nameof(EachModule))]
    public void English_and_german_say_the_same_things(string module)
    {
        Texts(module, "en").Except(Texts(module, "de")).ShouldBeEmpty();
        Texts(module, "de").Except(Texts(module, "en")).ShouldBeEmpty();
    }

    public static TheoryData<string> EachModule() => [.. Modules];

    private static IEnumerable<string> Texts(string module, string culture)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", $"PartnerCrm.{module}", "Localization", culture + ".json")));
        return [.. json.RootElement.GetProperty("texts").EnumerateObject().Select(p => p.Name)];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PartnerCrm.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
