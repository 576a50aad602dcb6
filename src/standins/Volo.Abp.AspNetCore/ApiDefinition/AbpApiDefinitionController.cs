using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Http.Modeling;

namespace Volo.Abp.AspNetCore.Mvc.ApiExploring;

/// <summary>The description of the API that ABP's proxy generator reads.</summary>
[Area("abp")]
[RemoteService(Name = "abp")]
[Route("api/abp/api-definition")]
public class AbpApiDefinitionController(IApiDescriptionModelProvider modelProvider) : AbpController, IRemoteService
{
    protected readonly IApiDescriptionModelProvider ModelProvider = modelProvider;

    [HttpGet]
    public virtual ApplicationApiDescriptionModel Get(ApplicationApiDescriptionModelRequestDto model) => ModelProvider.CreateApiModel(model);
}
