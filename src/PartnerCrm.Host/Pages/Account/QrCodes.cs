using System.Text;
using QRCoder;

namespace PartnerCrm.Host.Pages.Account;

public static class QrCodes
{
    /// <summary>The dark squares as the path of an SVG, a unit each, with the quiet zone around them.</summary>
    public static (string Path, int Size) Path(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
        {
            if (code.ModuleMatrix[y][x]) path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
        }

        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
