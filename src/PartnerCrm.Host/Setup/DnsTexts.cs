using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>Reads the TXT records of a name.</summary>
public interface IDnsTexts
{
    /// <summary>Empty when there are none; null when nobody answered.</summary>
    Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken = default);
}

/// <summary>Asks the machine's own resolver (RFC 1035). The framework looks up addresses only.</summary>
public class DnsTexts(ILogger<DnsTexts> log) : IDnsTexts, ITransientDependency
{
    private const ushort Text = 16;
    private const int Port = 53;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue);
        try
        {
            if (await ServerAsync(cancellationToken) is not { } server) return null;
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(Patience);
            // By TCP, since keys are longer than a datagram (RFC 7766).
            using var client = new TcpClient(server.AddressFamily);
            await client.ConnectAsync(server, Port, timeout.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Question(id, name), timeout.Token);
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, timeout.Token);
            var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(answer, timeout.Token);
            return Read(answer, id);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogInformation(e, "No answer for {Name}", name);
            return null;
        }
    }

    /// <summary>A question for TXT records, with the length before it that TCP needs.</summary>
    internal static byte[] Question(ushort id, string name)
    {
        var question = new List<byte> { 0, 0, (byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0 };
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bytes = Encoding.ASCII.GetBytes(label);
            question.Add((byte)Math.Min(bytes.Length, 63));
            question.AddRange(bytes.Take(63));
        }
        question.AddRange([0, 0, (byte)Text, 0, 1]);
        BinaryPrimitives.WriteUInt16BigEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(question), (ushort)(question.Count - 2));
        return [.. question];
    }

    /// <summary>The texts in an answer; null when it is none, or none of ours. A name that doesn't exist has no texts.</summary>
    internal static IReadOnlyList<string>? Read(ReadOnlySpan<byte> answer, ushort id)
    {
        if (answer.Length < 12 || BinaryPrimitives.ReadUInt16BigEndian(answer) != id || (answer[3] & 0x0F) is not (0 or 3)) return null;
        var texts = new List<string>();
        var (questions, records, at) = (BinaryPrimitives.ReadUInt16BigEndian(answer[4..]), BinaryPrimitives.ReadUInt16BigEndian(answer[6..]), 12);
        for (var i = 0; i < questions; i++) at = AfterName(answer, at) + 4;
        for (var i = 0; i < records && at < answer.Length; i++)
        {
            at = AfterName(answer, at);
            if (at + 10 > answer.Length) break;
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(answer[at..]), BinaryPrimitives.ReadUInt16BigEndian(answer[(at + 8)..]));
            at += 10;
            if (at + length > answer.Length) break;
            if (type == Text) texts.Add(Strings(answer.Slice(at, length)));
            at += length;
        }
        return texts;
    }

    // One record may be several strings, which belong together without a space (RFC 7208, 3.3).
    private static string Strings(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += 1 + data[at])
            text.Append(Encoding.ASCII.GetString(data.Slice(at + 1, Math.Min(data[at], data.Length - at - 1))));
        return text.ToString();
    }

    private static int AfterName(ReadOnlySpan<byte> answer, int at)
    {
        while (at < answer.Length && answer[at] != 0)
        {
            if ((answer[at] & 0xC0) == 0xC0) return at + 2;
            at += 1 + answer[at];
        }
        return at + 1;
    }

    private static async Task<IPAddress?> ServerAsync(CancellationToken cancellationToken)
    {
        const string configuration = "/etc/resolv.conf";
        if (!File.Exists(configuration)) return null;
        return (await File.ReadAllLinesAsync(configuration, cancellationToken)).Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w is ["nameserver", _, ..]).Select(w => IPAddress.TryParse(w[1], out var address) ? address : null).FirstOrDefault(a => a is not null);
    }
}
