using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>
/// Codes and refresh tokens: which grant, which number, and a seal that only the root key can make. The database holds neither them nor hashes of
/// them, and the same number always gives the same token, so a second tab can be given what the first one got.
/// </summary>
public class GrantTokens(RootKey rootKey) : ISingletonDependency
{
    private const int IdSize = 16;
    private const int SealAt = IdSize + sizeof(int);
    private const int Size = SealAt + SHA256.HashSizeInBytes;

    public string Code(Guid grantId) => Write("authorization-code", grantId, 0);

    public string Refresh(Guid grantId, int number) => Write("refresh-token", grantId, number);

    public Guid? ReadCode(string? code) => Read("authorization-code", code)?.GrantId;

    public (Guid GrantId, int Number)? ReadRefresh(string? token) => Read("refresh-token", token);

    private string Write(string purpose, Guid grantId, int number)
    {
        var token = new byte[Size];
        grantId.TryWriteBytes(token);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(IdSize), number);
        rootKey.Seal(token.AsSpan(0, SealAt), purpose).CopyTo(token, SealAt);
        return WebEncoders.Base64UrlEncode(token);
    }

    private (Guid GrantId, int Number)? Read(string purpose, string? text)
    {
        if (text is not { Length: > 0 and < 100 }) return null;
        byte[] token;
        try
        {
            token = WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return null;
        }

        if (token.Length != Size || !CryptographicOperations.FixedTimeEquals(rootKey.Seal(token.AsSpan(0, SealAt), purpose), token.AsSpan(SealAt))) return null;
        return (new Guid(token.AsSpan(0, IdSize)), BinaryPrimitives.ReadInt32BigEndian(token.AsSpan(IdSize)));
    }
}
