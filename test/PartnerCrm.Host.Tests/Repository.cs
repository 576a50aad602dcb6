namespace PartnerCrm.Host.Tests;

/// <summary>The files of this repository.</summary>
public static class Repository
{
    private static readonly string root = Find();

    public static string File(string path) => Path.Combine(root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder != null && !System.IO.File.Exists(Path.Combine(folder.FullName, "PartnerCrm.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("These tests run from within the repository.");
    }
}
