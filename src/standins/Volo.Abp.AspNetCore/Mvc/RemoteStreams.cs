using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;
using Volo.Abp.Content;

namespace Volo.Abp.AspNetCore.Mvc.ContentFormatters;

internal sealed class RemoteStreamContentModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(IRemoteStreamContent) || context.Metadata.ModelType == typeof(RemoteStreamContent)
            ? new RemoteStreamContentModelBinder() : null;
}

// A form file of the parameter's name; without a form, the body itself.
internal sealed class RemoteStreamContentModelBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(bindingContext.HttpContext.RequestAborted);
            var name = bindingContext.IsTopLevelObject ? bindingContext.BinderModelName ?? bindingContext.FieldName : bindingContext.ModelName;
            var file = form.Files.FirstOrDefault(f => Matches(f.Name, name)) ?? form.Files.FirstOrDefault(f => Matches(f.Name, bindingContext.FieldName));
            if (file != null)
            {
                bindingContext.Result = ModelBindingResult.Success(new RemoteStreamContent(file.OpenReadStream(), file.FileName, file.ContentType, file.Length));
            }
        }
        else if (bindingContext.IsTopLevelObject && request.ContentLength != 0)
        {
            bindingContext.Result = ModelBindingResult.Success(new RemoteStreamContent(request.Body, null, request.ContentType, request.ContentLength));
        }
    }

    private static bool Matches(string sent, string wanted) => string.Equals(sent, wanted, StringComparison.OrdinalIgnoreCase);
}

internal sealed class RemoteStreamContentOutputFormatter : OutputFormatter
{
    public RemoteStreamContentOutputFormatter() => SupportedMediaTypes.Add("application/octet-stream");

    // A file has the type it has, whatever the caller would prefer.
    public override bool CanWriteResult(OutputFormatterCanWriteContext context) => typeof(IRemoteStreamContent).IsAssignableFrom(context.ObjectType);

    public override async Task WriteResponseBodyAsync(OutputFormatterWriteContext context)
    {
        var response = context.HttpContext.Response;
        using var content = (IRemoteStreamContent)context.Object!;
        response.ContentType = content.ContentType;
        response.ContentLength = content.ContentLength;
        if (!content.FileName.IsNullOrWhiteSpace())
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(content.FileName);
            response.Headers.ContentDisposition = disposition.ToString();
        }

        await using var stream = content.GetStream();
        await stream.CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }

    protected override bool CanWriteType(Type? type) => typeof(IRemoteStreamContent).IsAssignableFrom(type);
}
