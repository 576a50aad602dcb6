using System.Net;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace PartnerCrm.Host;

/// <summary>The HTTP status of business errors that are not simply "may not" (403): 409 where the present state stands against it, 422 where the input does.</summary>
public static class ErrorStatuses
{
    public static void Map(AbpExceptionHttpStatusCodeOptions options)
    {
        foreach (var code in Conflicts) options.Map(code, HttpStatusCode.Conflict);
        foreach (var code in Unprocessable) options.Map(code, HttpStatusCode.UnprocessableEntity);
    }

    private static readonly string[] Conflicts =
    [
        Clearance.ClearanceErrors.HoldIsLifted,
        Clearance.ClearanceErrors.RequestIsAnswered,
        Clearance.ClearanceErrors.NotPendingReview,
    ];

    private static readonly string[] Unprocessable =
    [
        Clearance.ClearanceErrors.HoldNeedsTarget,
        Clearance.ClearanceErrors.HoldEndsInThePast,
    ];
}
