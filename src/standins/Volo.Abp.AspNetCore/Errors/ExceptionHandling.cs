using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Http;
using Volo.Abp.Localization;
using Volo.Abp.Validation;

namespace Volo.Abp.ExceptionHandling.Localization
{
    /// <summary>Sentences for errors that have none of their own.</summary>
    [LocalizationResourceName("AbpExceptionHandling")]
    public class AbpExceptionHandlingResource;
}

namespace Volo.Abp.AspNetCore.ExceptionHandling
{
    /// <summary>How much of an exception callers see.</summary>
    public class AbpExceptionHandlingOptions
    {
        /// <summary>Messages and types of unexpected exceptions, for development only.</summary>
        public bool SendExceptionsDetailsToClients { get; set; }
        public bool SendStackTraceToClients { get; set; } = true;
    }

    /// <summary>HTTP status codes for error codes; without one a business exception is 403.</summary>
    public class AbpExceptionHttpStatusCodeOptions
    {
        public IDictionary<string, HttpStatusCode> ErrorCodeToHttpStatusCodeMappings { get; } = new Dictionary<string, HttpStatusCode>();

        /// <summary>Answers errors of the code with the status.</summary>
        public void Map(string errorCode, HttpStatusCode httpStatusCode) => ErrorCodeToHttpStatusCodeMappings[errorCode] = httpStatusCode;
    }

    /// <summary>Which scheme challenges callers that are not allowed; the default one when empty.</summary>
    public class AbpAuthorizationExceptionHandlerOptions
    {
        public string? AuthenticationScheme { get; set; }
    }

    /// <summary>Chooses the HTTP status of an exception.</summary>
    public interface IHttpExceptionStatusCodeFinder
    {
        /// <summary>The status for the exception in the request.</summary>
        HttpStatusCode GetStatusCode(HttpContext httpContext, Exception exception);
    }

    internal sealed class HttpExceptionStatusCodeFinder(IOptions<AbpExceptionHttpStatusCodeOptions> options) : IHttpExceptionStatusCodeFinder
    {
        public HttpStatusCode GetStatusCode(HttpContext httpContext, Exception exception)
        {
            if (exception is IHasErrorCode { Code: { Length: > 0 } code }
                && options.Value.ErrorCodeToHttpStatusCodeMappings.TryGetValue(code, out var mapped))
            {
                return mapped;
            }

            return exception switch
            {
                AbpAuthorizationException => httpContext.User.Identity?.IsAuthenticated == true ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized,
                AbpValidationException => HttpStatusCode.BadRequest,
                EntityNotFoundException => HttpStatusCode.NotFound,
                AbpDbConcurrencyException => HttpStatusCode.Conflict,
                NotImplementedException => HttpStatusCode.NotImplemented,
                BadHttpRequestException bad => (HttpStatusCode)bad.StatusCode,
                IBusinessException => HttpStatusCode.Forbidden,
                _ => HttpStatusCode.InternalServerError,
            };
        }
    }

    /// <summary>Turns an exception into what a caller may see of it.</summary>
    public interface IExceptionToErrorInfoConverter
    {
        /// <summary>The error in the current language. Nothing of an unexpected exception is in it, unless the options say so.</summary>
        RemoteServiceErrorInfo Convert(Exception exception, Action<AbpExceptionHandlingOptions>? options = null);
    }
}
