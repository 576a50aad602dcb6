using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.ExceptionHandling.Localization;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.Mvc;

// What could not be read, or breaks an annotation, is refused before the action runs.
internal sealed class ValidationActionFilter : IAsyncActionFilter
{
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        if (!context.ModelState.IsValid && ErrorResponse.IsWanted(context.HttpContext)
            && services.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value.AutoModelValidation
            && context.ActionDescriptor is ControllerActionDescriptor action && !IsDisabled(action))
        {
            var texts = services.GetRequiredService<IStringLocalizer<AbpExceptionHandlingResource>>();
            throw new AbpValidationException("The request is not valid.", [.. Errors(context.ModelState, texts)]);
        }

        return next();
    }

    private static bool IsDisabled(ControllerActionDescriptor action) =>
        action.MethodInfo.IsDefined(typeof(DisableValidationAttribute), true) || action.ControllerTypeInfo.IsDefined(typeof(DisableValidationAttribute), true);

    private static IEnumerable<ValidationResult> Errors(ModelStateDictionary state, IStringLocalizer texts)
    {
        // An unreadable body leaves the parameter empty; that it is required then says nothing new.
        var unreadable = state.Where(e => IsBody(e.Key, e.Value)).ToList();
        foreach (var (key, entry) in unreadable.Count > 0 ? unreadable : state.Where(e => e.Value?.Errors.Count > 0))
        {
            foreach (var error in entry!.Errors)
            {
                var member = key.StartsWith("$.", StringComparison.Ordinal) ? key[2..] : key == "$" ? "" : key;
                yield return new ValidationResult(Sentence(error, key, member, texts), member.Length == 0 ? [] : [member]);
            }
        }
    }

    private static bool IsBody(string key, ModelStateEntry? entry) =>
        entry?.Errors.Any(e => key.StartsWith('$') || e.Exception is JsonException or InputFormatterException) == true;

    // The reader's own words name types and byte positions, which are nobody's business.
    private static string Sentence(ModelError error, string key, string member, IStringLocalizer texts)
    {
        var fromReader = error.Exception != null || key.StartsWith('$');
        return !fromReader && error.ErrorMessage.Length > 0 ? error.ErrorMessage
            : member.Length > 0 ? texts["InvalidValueErrorMessage", member]
            : texts["InvalidBodyErrorMessage"];
    }
}
