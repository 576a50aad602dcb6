namespace PartnerCrm.Host;

/// <summary>Errors said by the host itself, in ABP's format (RemoteServiceErrorResponse).</summary>
public static class ErrorAnswers
{
    public static async Task RefuseAsync(this HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["_AbpErrorFormat"] = "true";
        await context.Response.WriteAsJsonAsync(new { error = new { code, message } });
    }
}
