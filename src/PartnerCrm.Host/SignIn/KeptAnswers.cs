using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>
/// Answers about who is still let in, read whatever tenant they are of: what is asked about decides the tenant, not the other way round. Each is kept for
/// half a minute: that is how long a token may go on elsewhere after the answer became another.
/// </summary>
internal sealed class KeptAnswers<TKey, TAnswer>(IServiceScopeFactory scopes, IClock clock, int most, Func<IServiceProvider, TKey, Task<TAnswer>> read) : IDisposable
    where TKey : notnull
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = most });

    public async Task<TAnswer> OfAsync(TKey key)
    {
        if (answers.TryGetValue(key, out (TAnswer Answer, DateTime At) kept) && clock.Now < kept.At + KeptFor) return kept.Answer;
        var answer = await ReadAsync(key);
        answers.Set(key, (answer, clock.Now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        return answer;
    }

    public void Forget(TKey key) => answers.Remove(key);

    public void Dispose() => answers.Dispose();

    private async Task<TAnswer> ReadAsync(TKey key)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        using var everywhere = scope.ServiceProvider.GetRequiredService<IDataFilter>().Disable<IMultiTenant>();
        var answer = await read(scope.ServiceProvider, key);
        await unitOfWork.CompleteAsync();
        return answer;
    }
}
