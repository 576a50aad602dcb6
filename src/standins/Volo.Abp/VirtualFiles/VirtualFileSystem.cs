using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.VirtualFileSystem;

/// <summary>A set of files.</summary>
public class VirtualFileSetInfo(IFileProvider fileProvider)
{
    public IFileProvider FileProvider { get; } = Check.NotNull(fileProvider, nameof(fileProvider));
}

/// <summary>Sets of files; a later one hides an earlier one's file of the same path.</summary>
public class VirtualFileSetList : List<VirtualFileSetInfo>;

/// <summary>The application's embedded files.</summary>
public class AbpVirtualFileSystemOptions
{
    public VirtualFileSetList FileSets { get; } = [];
}

/// <summary>Reads embedded files by path, such as /Engagement/Localization/en.json.</summary>
public interface IVirtualFileProvider : IFileProvider;

public static class VirtualFileSetListExtensions
{
    /// <summary>
    /// Adds an assembly's embedded files. Without an embedded manifest, dots of a resource's name become folders once
    /// <paramref name="baseNamespace"/> is taken off: with "PartnerCrm", PartnerCrm.Engagement.Localization.en.json is
    /// /Engagement/Localization/en.json. <paramref name="baseFolder"/> is the manifest's root, and only used with one.
    /// </summary>
    public static void AddEmbedded<T>(this VirtualFileSetList list, string? baseNamespace = null, string? baseFolder = null)
    {
        var assembly = typeof(T).Assembly;
        var hasManifest = assembly.GetManifestResourceInfo("Microsoft.Extensions.FileProviders.Embedded.Manifest.xml") != null;
        IFileProvider provider = !hasManifest ? new EmbeddedFiles(assembly, baseNamespace)
            : baseFolder == null ? new ManifestEmbeddedFileProvider(assembly)
            : new ManifestEmbeddedFileProvider(assembly, baseFolder);
        list.Add(new VirtualFileSetInfo(provider));
    }
}

internal sealed class EmbeddedFiles : IFileProvider
{
    private readonly Dictionary<string, IFileInfo> files = new(StringComparer.OrdinalIgnoreCase);

    public EmbeddedFiles(Assembly assembly, string? baseNamespace)
    {
        var prefix = baseNamespace == null ? "" : baseNamespace + ".";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            // The last two parts are the file's name and ending, those before them its folders.
            var parts = resource[prefix.Length..].Split('.');
            if (parts.Length <= 2) continue;
            var name = $"{parts[^2]}.{parts[^1]}";
            files[$"/{string.Join('/', parts[..^2])}/{name}"] = new Resource(assembly, resource, name);
        }
    }

    public IFileInfo GetFileInfo(string subpath) => files.GetOrDefault(Normalize(subpath)) ?? new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath)
    {
        var folder = Normalize(subpath) + "/";
        var found = files.Where(f => f.Key.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && f.Key.IndexOf('/', folder.Length) < 0).Select(f => f.Value).ToList();
        return found.Count == 0 ? NotFoundDirectoryContents.Singleton : new Contents(found);
    }

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string Normalize(string path) => "/" + path.Trim('/');

    private sealed class Contents(List<IFileInfo> files) : IDirectoryContents
    {
        public bool Exists => true;

        public IEnumerator<IFileInfo> GetEnumerator() => files.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Resource(Assembly assembly, string resource, string name) : IFileInfo
    {
        private long? length;

        public bool Exists => true;

        public long Length
        {
            get
            {
                if (length == null)
                {
                    using var stream = CreateReadStream();
                    length = stream.Length;
                }

                return length.Value;
            }
        }

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified { get; } = File.Exists(assembly.Location) ? File.GetLastWriteTimeUtc(assembly.Location) : DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => assembly.GetManifestResourceStream(resource)!;
    }
}

internal sealed class VirtualFileProvider(IOptions<AbpVirtualFileSystemOptions> options) : IVirtualFileProvider, ISingletonDependency
{
    private readonly CompositeFileProvider files = new(Enumerable.Reverse(options.Value.FileSets).Select(s => s.FileProvider));

    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);
}

/// <summary>Embedded files.</summary>
public class AbpVirtualFileSystemModule : AbpModule;
