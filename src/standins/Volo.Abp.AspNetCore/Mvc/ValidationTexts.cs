using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.Validation.Localization;

namespace Volo.Abp.AspNetCore.Mvc.DataAnnotations;

// Annotations speak the caller's language: one without a message of its own gets the English one, which is the key of its text.
internal sealed class AbpDataAnnotationAutoLocalizationMetadataDetailsProvider : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (attribute.ErrorMessage == null && attribute.ErrorMessageResourceName == null && MessageOf(attribute) is { } message) attribute.ErrorMessage = message;
    }

    private static string? MessageOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "The {0} field is required.",
        StringLengthAttribute { MinimumLength: > 0 } => "The field {0} must be a string with a minimum length of {2} and a maximum length of {1}.",
        StringLengthAttribute => "The field {0} must be a string with a maximum length of {1}.",
        RangeAttribute => "The field {0} must be between {1} and {2}.",
        MinLengthAttribute => "The field {0} must be a string or array type with a minimum length of '{1}'.",
        MaxLengthAttribute => "The field {0} must be a string or array type with a maximum length of '{1}'.",
        RegularExpressionAttribute => "The field {0} must match the regular expression '{1}'.",
        EmailAddressAttribute => "The {0} field is not a valid e-mail address.",
        _ => null
    };
}

// What a value in a route, query or form is told that can't be read.
internal static class BindingTexts
{
    public static void Localize(this DefaultModelBindingMessageProvider messages, IServiceProvider services)
    {
        var texts = services.GetRequiredService<IStringLocalizer<AbpValidationResource>>();
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => texts["The value '{0}' is not valid for {1}.", value, name]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["The value '{0}' is not valid.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["The value '{0}' is invalid.", value]);
        messages.SetValueMustNotBeNullAccessor(value => texts["The value '{0}' is invalid.", value]);
        messages.SetValueMustBeANumberAccessor(name => texts["The field {0} must be a number.", name]);
        messages.SetMissingBindRequiredValueAccessor(name => texts["A value for the '{0}' parameter or property was not provided.", name]);
    }
}
