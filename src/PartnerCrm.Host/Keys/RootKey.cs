using System.Security.Cryptography;
using System.Text;

namespace PartnerCrm.Host;

/// <summary>
/// The secret that protects secrets at rest: signing keys, codes and refresh tokens, cookies; mailbox passwords later. It lives outside the database, in
/// PARTNERCRM_ROOT_KEY (32 bytes, base64) or in root.key of the data folder, readable by its owner only.
/// </summary>
public class RootKey
{
    private const int Size = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] key;

    private RootKey(byte[] key) => this.key = key;

    public static RootKey Load(IConfiguration configuration, bool mayCreate) =>
        new(Secret(configuration, "PARTNERCRM_ROOT_KEY", "root.key", mayCreate));

    /// <summary>Suppression has a key of its own, because that one never rotates.</summary>
    public static byte[] LoadSuppressionSecret(IConfiguration configuration, bool mayCreate) =>
        Secret(configuration, "PARTNERCRM_SUPPRESSION_KEY", "suppression.key", mayCreate);

    /// <summary>Encrypts and authenticates (AES-256-GCM). The purpose must be the same at both ends: a secret of one kind can't pass for another.</summary>
    public byte[] Protect(byte[] secret, string purpose)
    {
        var sealedSecret = new byte[NonceSize + TagSize + secret.Length];
        var (nonce, tag, cipher) = Parts(sealedSecret);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, secret, cipher, tag, Encoding.UTF8.GetBytes(purpose));
        return sealedSecret;
    }

    /// <exception cref="CryptographicException">The root key is another one, or the bytes were changed.</exception>
    public byte[] Unprotect(byte[] sealedSecret, string purpose)
    {
        var (nonce, tag, cipher) = Parts(sealedSecret);
        var secret = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(nonce, cipher, tag, secret, Encoding.UTF8.GetBytes(purpose));
        return secret;
    }

    /// <summary>Proves that somebody who has the root key said this (HMAC-SHA256, a key of its own for each purpose).</summary>
    public byte[] Seal(ReadOnlySpan<byte> said, string purpose) =>
        HMACSHA256.HashData(HKDF.Expand(HashAlgorithmName.SHA256, key, SHA256.HashSizeInBytes, Encoding.UTF8.GetBytes(purpose)), said);

    private static SealedParts Parts(byte[] bytes) =>
        new(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, TagSize), bytes.AsSpan(NonceSize + TagSize));

    private static byte[] Secret(IConfiguration configuration, string variable, string fileName, bool mayCreate)
    {
        var given = configuration[variable];
        var path = Path.Combine(configuration[HostConfiguration.DataFolder]!, fileName);
        if (given == null && File.Exists(path)) given = File.ReadAllText(path);
        if (given == null && !mayCreate)
            throw new WrongConfigurationException($"There is no {fileName}. Set {variable} to 32 random bytes in base64 (for instance: openssl rand -base64 32), or put them into {path} with mode 0600, and keep a copy: without it, what it protects is lost.");
        given ??= Create(path);

        var bytes = new byte[Size + 1];
        return Convert.TryFromBase64String(given.Trim(), bytes, out var length) && length == Size ? bytes[..Size] : throw new WrongConfigurationException(
            $"{variable}, or {path}, must hold exactly {Size} bytes in base64, and does not. Put back the key from your copy. Only if nothing was ever stored with it, set a new one (for instance: openssl rand -base64 32).");
    }

    // Whole or not at all: a host that dies while it writes leaves no half a key behind.
    private static string Create(string path)
    {
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size));
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options))
        {
            file.Write(Encoding.ASCII.GetBytes(made));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
            return made;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another host that started at the same time was first; its key is the key.
            File.Delete(beside);
            return File.ReadAllText(path);
        }
    }

    private readonly ref struct SealedParts(Span<byte> nonce, Span<byte> tag, Span<byte> cipher)
    {
        private readonly Span<byte> nonce = nonce;
        private readonly Span<byte> tag = tag;
        private readonly Span<byte> cipher = cipher;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> cipher)
        {
            nonce = this.nonce;
            tag = this.tag;
            cipher = this.cipher;
        }
    }
}
