using System.IO.Compression;
using System.Text;
using PartnerCrm.Sources;
using Volo.Abp;

namespace PartnerCrm.Tests.Sources;

/// <summary>Files for tests, and how they read.</summary>
internal static class Tables
{
    public const string Preamble =
        "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed it.\"\n\n";

    public const string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    public const string Ada = "Ada,Müller,https://www.linkedin.com/in/ada-mueller,ada@example.org,Example Ltd,Engineer,08 Feb 2026\n";

    public static Task<List<ReadRow>> Connections(string text) => Connections(Encoding.UTF8.GetBytes(text));

    public static Task<List<ReadRow>> Connections(byte[] bytes) => Read(bytes, ImportSource.LinkedInArchive);

    public static Task<List<ReadRow>> Attendees(string text) => Read(Encoding.UTF8.GetBytes(text), ImportSource.EventAttendees);

    public static async Task<List<ReadRow>> Read(byte[] bytes, ImportSource source)
    {
        var rows = new List<ReadRow>();
        await foreach (var row in SourceFormats.ReadAsync(new MemoryStream(bytes), source)) rows.Add(row);
        return rows;
    }

    public static async Task<string> Refusal(Func<Task> reading) => (await Should.ThrowAsync<BusinessException>(reading)).Code!;

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
