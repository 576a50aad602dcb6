using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Volo.Abp.Http;

namespace Volo.Abp.AspNetCore.Mvc;

// Says in the API description that errors have one format.
internal sealed class ErrorResponsesApiDescriptionProvider(IModelMetadataProvider metadata) : IApiDescriptionProvider
{
    private static readonly int[] Statuses =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound, StatusCodes.Status500InternalServerError,
    ];

    // After the one that describes controllers.
    public int Order => -999;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            if (description.ActionDescriptor is not ControllerActionDescriptor action || !typeof(IRemoteService).IsAssignableFrom(action.ControllerTypeInfo))
            {
                continue;
            }

            foreach (var status in Statuses.Where(s => description.SupportedResponseTypes.All(t => t.StatusCode != s)))
            {
                description.SupportedResponseTypes.Add(new ApiResponseType
                {
                    StatusCode = status,
                    Type = typeof(RemoteServiceErrorResponse),
                    ModelMetadata = metadata.GetMetadataForType(typeof(RemoteServiceErrorResponse)),
                    ApiResponseFormats = { new ApiResponseFormat { MediaType = "application/json" } },
                });
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }
}
