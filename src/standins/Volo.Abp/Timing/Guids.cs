using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Guids;

/// <summary>Makes ids.</summary>
public interface IGuidGenerator
{
    Guid Create();
}

/// <summary>Where the time sits in a sequential id, which depends on how the database sorts them.</summary>
public enum SequentialGuidType
{
    /// <summary>Sorted as text: PostgreSQL, SQLite, MySQL.</summary>
    SequentialAsString,

    /// <summary>Sorted as bytes: Oracle.</summary>
    SequentialAsBinary,

    /// <summary>Sorted by the last bytes: SQL Server.</summary>
    SequentialAtEnd
}

/// <summary>The order of ids where nobody asks for one; the database's module sets it.</summary>
public class AbpSequentialGuidGeneratorOptions
{
    public SequentialGuidType? DefaultSequentialGuidType { get; set; }

    public SequentialGuidType GetDefaultSequentialGuidType() => DefaultSequentialGuidType ?? SequentialGuidType.SequentialAtEnd;
}

/// <summary>Random ids.</summary>
public class SimpleGuidGenerator : IGuidGenerator
{
    public static SimpleGuidGenerator Instance { get; } = new();

    public virtual Guid Create() => Guid.NewGuid();
}

/// <summary>Ids that grow with time: 48 bits of milliseconds and 80 random bits, so that indexes grow at their end.</summary>
public class SequentialGuidGenerator(IOptions<AbpSequentialGuidGeneratorOptions> options) : IGuidGenerator, ITransientDependency
{
    public AbpSequentialGuidGeneratorOptions Options { get; } = options.Value;

    public Guid Create() => Create(Options.GetDefaultSequentialGuidType());

    public Guid Create(SequentialGuidType guidType)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond);
        var atEnd = guidType == SequentialGuidType.SequentialAtEnd;
        RandomNumberGenerator.Fill(atEnd ? bytes[..10] : bytes[6..]);
        time[2..].CopyTo(atEnd ? bytes[10..] : bytes);
        // As text a Guid shows its first two groups big-endian whatever the machine.
        return new Guid(bytes, bigEndian: guidType == SequentialGuidType.SequentialAsString);
    }
}

/// <summary>Ids.</summary>
public class AbpGuidsModule : AbpModule;
