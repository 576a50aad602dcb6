using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace PartnerCrm.Host;

/// <summary>
/// Serves the built web UI: names with a hash are kept by browsers for ever, the others are asked for again by ETag, and an address of the UI answers with its page.
/// Files are compressed when the UI is built (`.br`, `.gz` beside them), so that it costs nothing here and also works over HTTPS.
/// </summary>
public static class WebUi
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    // A path that begins so belongs to the host: a wrong one is a 404, not the UI.
    private static readonly string[] HostPaths = ["/api", "/connect", "/.well-known", "/openapi", "/health", "/o", "/u", "/about"];

    private static readonly (string Name, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Where the built UI is: configured, published with the host, or built in the repository. Null when it isn't built.</summary>
    public static string? Folder(IConfiguration configuration, IHostEnvironment environment)
    {
        string[] places = [configuration["Ui:Path"] ?? "", Path.Combine(environment.ContentRootPath, "ui"), Path.Combine(environment.ContentRootPath, "../../angular-ui/dist/browser")];
        return places.Where(place => place.Length > 0 && File.Exists(Path.Combine(place, "index.html"))).Select(Path.GetFullPath).FirstOrDefault();
    }

    public static void UseWebUi(this IApplicationBuilder app, string? folder)
    {
        if (folder is null) return;
        // It lives as long as the program, as the static files do that read it.
        var files = new PhysicalFileProvider(folder);
        app.Use((context, next) =>
        {
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) PreferCompressed(context, files);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true, OnPrepareResponse = served => Describe(served.Context, served.File.Name) });
    }

    /// <summary>
    /// After the endpoints: the UI's page for the UI's addresses. Not an endpoint itself, because one that takes every address would answer for those
    /// that refuse a method or a content type.
    /// </summary>
    public static void UseWebUiPage(this IApplicationBuilder app, string? folder) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || Path.HasExtension(request.Path.Value) || IsOfTheHost(request.Path)) return next(context);
        if (folder != null)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = AskAgain;
            return context.Response.SendFileAsync(Path.Combine(folder, "index.html"), context.RequestAborted);
        }

        if (request.Path != "/") return next(context);
        context.Response.Redirect("/about");
        return Task.CompletedTask;
    });

    private static bool IsOfTheHost(PathString path) => HostPaths.Any(begin => path.StartsWithSegments(begin, StringComparison.OrdinalIgnoreCase));

    private static void PreferCompressed(HttpContext context, PhysicalFileProvider files)
    {
        var path = context.Request.Path.Value!;
        if (path.EndsWith('/') || !files.GetFileInfo(path).Exists) return;
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (name, ending) in Encodings)
        {
            if (!accepted.Any(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && one.Quality != 0) || !files.GetFileInfo(path + ending).Exists) continue;
            context.Request.Path = path + ending;
            context.Response.Headers.ContentEncoding = name;
            break;
        }
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
    }

    private static void Describe(HttpContext context, string file)
    {
        foreach (var (_, ending) in Encodings)
            if (file.EndsWith(ending, StringComparison.Ordinal)) file = file[..^ending.Length];
        if (Types.TryGetContentType(file, out var type)) context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
        context.Response.Headers.CacheControl = HasHash(file) ? ForEver : AskAgain;
    }

    private static readonly Microsoft.AspNetCore.StaticFiles.FileExtensionContentTypeProvider Types = new();

    // `main-7QJ2X4KD.js`: eight capitals or digits before the ending, as the UI's build names what never changes.
    private static bool HasHash(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.Length > 9 && name[^9] == '-' && name[^8..].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
    }
}
