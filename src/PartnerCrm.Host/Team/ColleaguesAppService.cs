using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace PartnerCrm.Host;

/// <summary>A user who can own relationships.</summary>
public record ColleagueDto(Guid Id, string UserName, string? Name, string? Surname, string Email)
{
    internal static readonly Expression<Func<IdentityUser, ColleagueDto>> FromUser = u => new ColleagueDto(u.Id, u.UserName, u.Name, u.Surname, u.Email);
}

/// <summary>Who is here: for choosing an owner.</summary>
[Authorize]
public class ColleaguesAppService(IRepository<IdentityUser, Guid> users) : ApplicationService
{
    /// <summary>Active users by user name.</summary>
    public virtual async Task<PagedResultDto<ColleagueDto>> GetListAsync(PagedResultRequestDto input)
    {
        var query = (await users.GetQueryableAsync()).Where(u => u.IsActive);
        return new PagedResultDto<ColleagueDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderBy(u => u.UserName).Select(ColleagueDto.FromUser).PageBy(input)));
    }
}
