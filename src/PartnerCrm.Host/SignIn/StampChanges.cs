using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Identity;
using Volo.Abp.Users;

namespace PartnerCrm.Host;

/// <summary>
/// Whoever changes their own password, name or address stays signed in where they did it, be it on our page or on ABP's. Everywhere else a new
/// stamp ends the session at once, also when somebody else set it: an ended session can't go on by changing something.
/// </summary>
public class StampChanges(Sessions sessions, ICurrentUser currentUser) : ILocalEventHandler<EntityUpdatedEventData<IdentityUser>>, ITransientDependency
{
    public async Task HandleEventAsync(EntityUpdatedEventData<IdentityUser> eventData)
    {
        var user = eventData.Entity;
        if (user.Id == currentUser.Id && Guid.TryParse(currentUser.FindSessionId(), out var session)) await sessions.GoOnAsync(session, user.SecurityStamp);
        await sessions.EndStaleAsync(user.Id, user.SecurityStamp);
    }
}
