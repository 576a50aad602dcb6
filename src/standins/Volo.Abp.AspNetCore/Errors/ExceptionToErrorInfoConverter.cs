using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Http;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

internal sealed class ExceptionToErrorInfoConverter(
    IOptions<AbpExceptionLocalizationOptions> localization, IOptions<AbpExceptionHandlingOptions> handling,
    IStringLocalizerFactory localizers, IServiceProvider services, IStringLocalizer<AbpExceptionHandlingResource> texts) : IExceptionToErrorInfoConverter
{
    public RemoteServiceErrorInfo Convert(Exception exception, Action<AbpExceptionHandlingOptions>? options = null)
    {
        var settings = new AbpExceptionHandlingOptions
        {
            SendExceptionsDetailsToClients = handling.Value.SendExceptionsDetailsToClients,
            SendStackTraceToClients = handling.Value.SendStackTraceToClients,
        };
        options?.Invoke(settings);

        exception = Unwrap(exception);
        var error = new RemoteServiceErrorInfo
        {
            Message = MessageOf(exception),
            Details = (exception as IHasErrorDetails)?.Details,
            Code = (exception as IHasErrorCode)?.Code,
        };

        if (exception is IHasValidationErrors validation)
        {
            error.ValidationErrors = [.. validation.ValidationErrors.Select(ToInfo)];
            error.Details ??= Narrate(validation.ValidationErrors);
        }

        // What an exception of our own says was meant to be said; others may carry anything.
        if (exception is IBusinessException or IHasErrorCode) error.Data = DataOf(exception);

        if (error.Message == null)
        {
            error.Message = texts["InternalServerErrorMessage"];
            if (settings.SendExceptionsDetailsToClients)
            {
                error.Details = settings.SendStackTraceToClients ? exception.ToString() : $"{exception.GetType().Name}: {exception.Message}";
            }
        }

        return error;
    }

    private static Exception Unwrap(Exception exception) =>
        exception is AggregateException { InnerException: { } inner and (IBusinessException or IHasErrorCode or IHasValidationErrors or EntityNotFoundException) }
            ? inner : exception;

    private string? MessageOf(Exception exception)
    {
        if (exception is ILocalizeErrorMessage own) return own.LocalizeMessage(new LocalizationContext(services));

        return ByCode(exception) ?? exception switch
        {
            AbpDbConcurrencyException => texts["AbpDbConcurrencyErrorMessage"].Value,
            EntityNotFoundException { EntityType: { } type } missing => texts["EntityNotFoundErrorMessage", type.Name, missing.Id ?? ""].Value,
            EntityNotFoundException missing => missing.Message,
            IUserFriendlyException => exception.Message,
            IHasValidationErrors => texts["ValidationErrorMessage"].Value,
            Microsoft.AspNetCore.Http.BadHttpRequestException => texts["BadRequestErrorMessage"].Value,
            _ => null,
        };
    }

    private string? ByCode(Exception exception)
    {
        var code = (exception as IHasErrorCode)?.Code;
        var end = code?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (end <= 0 || !localization.Value.ErrorCodeNamespaceMappings.TryGetValue(code![..end], out var resource)) return null;

        var text = localizers.Create(resource)[code];
        if (text.ResourceNotFound) return null;

        var message = text.Value;
        foreach (DictionaryEntry entry in exception.Data)
        {
            message = message.Replace($"{{{entry.Key}}}", Shown(entry.Value), StringComparison.Ordinal);
        }

        return message;
    }

    private static string Shown(object? value) => System.Convert.ToString(value, CultureInfo.CurrentCulture) ?? "";

    // Only plain values: anything else would be written as whatever its properties happen to be.
    private static Dictionary<string, object?> DataOf(Exception exception)
    {
        var data = new Dictionary<string, object?>();
        foreach (DictionaryEntry entry in exception.Data)
        {
            data[entry.Key.ToString() ?? ""] = entry.Value switch
            {
                null or string or bool or Guid or DateTime or DateTimeOffset or DateOnly or TimeSpan or Enum => entry.Value,
                IFormattable number when number.GetType().IsPrimitive || number is decimal => number,
                IEnumerable<string> or IEnumerable<Guid> => entry.Value,
                _ => Shown(entry.Value),
            };
        }

        return data;
    }

    private static RemoteServiceValidationErrorInfo ToInfo(ValidationResult result) =>
        new(result.ErrorMessage ?? "", [.. result.MemberNames.Select(name => name.ToCamelCase())]);

    private string Narrate(IList<ValidationResult> errors)
    {
        var narrative = new StringBuilder().Append(texts["ValidationNarrativeErrorMessageTitle"].Value);
        foreach (var error in errors) narrative.Append("\n - ").Append(error.ErrorMessage);

        return narrative.ToString();
    }
}
