using Microsoft.AspNetCore.Identity;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Localization;

namespace Volo.Abp.Identity
{
    /// <summary>Identity's managers refused something; the message says what.</summary>
    public class AbpIdentityResultException(IdentityResult identityResult)
        : BusinessException(
            $"Volo.Abp.Identity:{identityResult.Errors.FirstOrDefault()?.Code}", string.Join(" ", identityResult.Errors.Select(e => e.Description))),
        ILocalizeErrorMessage
    {
        public IdentityResult IdentityResult { get; } = identityResult;

        public virtual string LocalizeMessage(LocalizationContext context) => Message;
    }
}

namespace Microsoft.AspNetCore.Identity
{
    /// <summary>Results as exceptions.</summary>
    public static class AbpIdentityResultExtensions
    {
        /// <summary>Throws when the result isn't a success.</summary>
        public static void CheckErrors(this IdentityResult identityResult)
        {
            if (!identityResult.Succeeded) throw new Volo.Abp.Identity.AbpIdentityResultException(identityResult);
        }
    }
}
