using System.Runtime.CompilerServices;

namespace PartnerCrm.StandIns.Tests;

/// <summary>
/// A stand-in may lack types and members of the genuine packages; it never adds or changes one. The baselines hold lines of the
/// genuine API only. To renew them, set PARTNERCRM_API_FOLDER to a folder of such lines (abp/*.txt, elsa/*.txt, mailkit/*.txt):
/// what the stand-ins have and the genuine packages have is copied, nothing else.
/// </summary>
public class ApiBaselineTests
{
    // Lines that are right although the genuine ones, as they were written down, don't have them.
    private const string Value = "the value was not written down as it is";

    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["Volo.Abp.Authorization.AbpAuthorizationErrorCodes const string GivenPolicyHasNotGranted = \"Volo.Authorization:010001\""] = Value,
        ["Volo.Abp.Authorization.AbpAuthorizationErrorCodes const string GivenPolicyHasNotGrantedWithPolicyName = \"Volo.Authorization:010002\""] = Value,
        ["Volo.Abp.Authorization.AbpAuthorizationErrorCodes const string GivenPolicyHasNotGrantedForGivenResource = \"Volo.Authorization:010003\""] = Value,
        ["Volo.Abp.Timing.TimingSettingNames const string TimeZone = \"Abp.Timing.TimeZone\""] = Value,
        ["Volo.Abp.Http.Modeling.PropertyApiDescriptionModel bool IsNullable { get; set; }"] = "newer than what was written down: ABP's proxy generator 10.4 reads it",
        ["struct Elsa.Common.Models.VersionOptions"] = "its assembly, Elsa.Common, was not written down"
    };

    [Theory]
    [InlineData("abp", "Volo.Abp", "Volo.Abp.EntityFrameworkCore", "Volo.Abp.AspNetCore")]
    [InlineData("elsa", "Elsa")]
    [InlineData("mailkit", "MailKit")]
    public void Every_public_type_and_member_is_one_of_the_genuine_package(string product, params string[] assemblies)
    {
        var ours = assemblies.SelectMany(a => ApiType.Read(ApiText.Of(a))).ToList();
        var path = Path.Combine(SourceFolder(), "Baselines", product + ".txt");
        if (Environment.GetEnvironmentVariable("PARTNERCRM_API_FOLDER") is { Length: > 0 } folder) Renew(path, ours, folder, product);
        var genuine = ApiType.Read(File.ReadAllText(path)).ToLookup(t => t.Key);

        var foreign = ours.SelectMany(type => type.NotIn([.. genuine[type.Key]])).Where(line => !Exceptions.ContainsKey(line)).ToList();

        if (foreign.Count > 0) Assert.Fail($"Not in the public API of the genuine {product}:\n" + string.Join("\n", foreign));
    }

    private static void Renew(string path, List<ApiType> ours, string folder, string product)
    {
        var genuine = Directory.GetDirectories(folder, product + "*").SelectMany(d => Directory.GetFiles(d, "*.txt"))
            .SelectMany(f => ApiType.Read(File.ReadAllText(f))).ToLookup(t => t.Key);
        var lines = ours.OrderBy(t => t.Key, StringComparer.Ordinal).DistinctBy(t => t.Key)
            .SelectMany(type => genuine[type.Key].Select(g => g.Only(ours.Where(t => t.Key == type.Key))));
        File.WriteAllText(path, string.Concat(lines));
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed record ApiType(string Header, List<string> Parents, List<string> Members)
    {
        /// <summary>Name and number of type parameters: their names may differ.</summary>
        public string Key { get; } = Header.Split(' ').SkipWhile(w => !Kinds.Contains(w)).Skip(1).First().Split('<')[0] + "`" + (Header.Contains('<') ? Header.Count(c => c == ',') + 1 : 0);

        private static readonly string[] Kinds = ["class", "interface", "struct", "enum", "delegate"];

        public static IEnumerable<ApiType> Read(string text)
        {
            ApiType? current = null;
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line[0] == ' ')
                {
                    current!.Members.Add(line.Trim());
                    continue;
                }

                if (current != null) yield return current;
                var parts = line.Split(" : ", 2);
                current = new ApiType(parts[0], parts.Length == 1 ? [] : Split(parts[1]), []);
            }

            if (current != null) yield return current;
        }

        /// <summary>What this type has and none of the genuine ones of its name does.</summary>
        public IEnumerable<string> NotIn(List<ApiType> genuine)
        {
            if (genuine.Count == 0) return [Header];
            var found = genuine.Any(g => g.Header == Header) ? [] : new List<string> { $"{Header} (genuine: {genuine[0].Header})" };
            found.AddRange(Parents.Where(p => !genuine.Any(g => g.Parents.Contains(p)) && !IsOfCollection(p)).Select(p => $"{Name} : {p}"));
            found.AddRange(Members.Where(m => !genuine.Any(g => g.Members.Contains(m))).Select(m => $"{Name} {m}"));
            return found;
        }

        /// <summary>Of this genuine type, the lines that ours have too.</summary>
        public string Only(IEnumerable<ApiType> ours)
        {
            var types = ours.ToList();
            var parents = Parents.Where(p => types.Any(t => t.Parents.Contains(p))).ToList();
            var members = Members.Where(m => types.Any(t => t.Members.Contains(m)));
            return Header + (parents.Count == 0 ? "" : " : " + string.Join(", ", parents)) + "\n" + string.Concat(members.Select(m => $"    {m}\n"));
        }

        // MimeKit's lists implement IList<T> themselves; ours lean on the runtime's Collection<T>, which brings a few interfaces along.
        private bool IsOfCollection(string parent) => Parents[0].StartsWith("Collection<", StringComparison.Ordinal)
            && new[] { "Collection<", "ICollection", "IList", "IReadOnlyCollection<", "IReadOnlyList<" }.Any(p => parent.StartsWith(p, StringComparison.Ordinal));

        private string Name => Key.Split('`')[0];

        // Commas between type arguments don't separate parents.
        private static List<string> Split(string parents)
        {
            List<string> found = [""];
            var depth = 0;
            foreach (var c in parents)
            {
                depth += c switch { '<' => 1, '>' => -1, _ => 0 };
                if (c == ',' && depth == 0) found.Add("");
                else found[^1] += c;
            }

            return found.ConvertAll(p => p.Trim());
        }
    }
}
