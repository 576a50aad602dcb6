using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace PartnerCrm.Host;

/// <summary>The keys that cookies and forms are protected with lie in the data folder, sealed with the root key.</summary>
public class SealedXml(RootKey rootKey) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(rootKey.Protect(bytes, Purpose))), typeof(OpenedXml));
    }
}

/// <summary>Opens them again; made by the data protection system, hence the constructor.</summary>
public class OpenedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<RootKey>().Unprotect(Convert.FromBase64String(encryptedElement.Value), SealedXml.Purpose)));
}
