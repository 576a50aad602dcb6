using Volo.Abp.Validation;

namespace PartnerCrm.Mail;

internal static class Sorting
{
    /// <summary>An order that there is none of is refused, with those that there are.</summary>
    public static AbpValidationException Unknown(params string[] known)
    {
        var sentence = $"Sort by one of {string.Join(", ", known)}, with asc or desc.";
        return new AbpValidationException(sentence, [new System.ComponentModel.DataAnnotations.ValidationResult(sentence, ["sorting"])]);
    }
}
