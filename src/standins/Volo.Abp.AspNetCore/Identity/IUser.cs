using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Users;

/// <summary>A user, whatever module keeps it.</summary>
public interface IUser : IAggregateRoot<Guid>, IMultiTenant, IHasExtraProperties
{
    string UserName { get; }
    string Email { get; }
    string? Name { get; }
    string? Surname { get; }
    bool IsActive { get; }

    /// <summary>Whether the address was shown to be theirs.</summary>
    bool EmailConfirmed { get; }
    string? PhoneNumber { get; }

    /// <summary>Whether the number was shown to be theirs.</summary>
    bool PhoneNumberConfirmed { get; }
}
