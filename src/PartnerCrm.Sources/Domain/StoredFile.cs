using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Sources;

/// <summary>A file as it was uploaded. Its bytes are in rows of their own, so that nothing loads them unasked.</summary>
public class StoredFile : Entity<Guid>, IMultiTenant
{
    public const int MaxNameLength = 200;
    public const int HashLength = 64;
    public const long MaxLength = 50L * 1024 * 1024;
    public const int ChunkLength = 512 * 1024;

    public StoredFile(Guid id, string name, long length, string hash)
        : base(id)
    {
        Name = name;
        Length = length;
        Hash = hash;
    }

    private StoredFile()
    {
    }

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = "";
    public long Length { get; private set; }

    /// <summary>SHA-256, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Each chunk but the last is <see cref="StoredFile.ChunkLength"/> long.</summary>
public class StoredFileChunk : Entity<Guid>, IMultiTenant
{
    public StoredFileChunk(Guid id, Guid fileId, int number, byte[] content)
        : base(id)
    {
        FileId = fileId;
        Number = number;
        Content = content;
    }

    private StoredFileChunk()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid FileId { get; private set; }
    public int Number { get; private set; }
    public byte[] Content { get; private set; } = [];
}
