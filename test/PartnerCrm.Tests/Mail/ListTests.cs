using Microsoft.Extensions.DependencyInjection;
using PartnerCrm.Mail;
using Volo.Abp.Validation;

namespace PartnerCrm.Tests.Mail;

public class ListTests : IAsyncLifetime
{
    private MailApp app = null!;

    public async ValueTask InitializeAsync() => app = await MailApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("owner")]
    [InlineData("subject upwards")]
    public async Task An_order_that_there_is_none_of_is_refused(string sorting)
    {
        await RefusedAsync(s => s.GetRequiredService<MailsAppService>().GetListAsync(new GetMailsInput { Sorting = sorting }));
        await RefusedAsync(s => s.GetRequiredService<DraftsAppService>().GetListAsync(new GetDraftsInput { Sorting = sorting }));
        await RefusedAsync(s => s.GetRequiredService<TemplatesAppService>().GetListAsync(new GetTemplatesInput { Sorting = sorting }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" subject DESC ")]
    [InlineData("createdAt")]
    public async Task Known_orders_are_taken(string? sorting)
    {
        (await app.DoAsync(s => s.GetRequiredService<MailsAppService>().GetListAsync(new GetMailsInput { Sorting = sorting }))).TotalCount.ShouldBe(0);
        (await app.DoAsync(s => s.GetRequiredService<DraftsAppService>().GetListAsync(new GetDraftsInput { Sorting = sorting }))).TotalCount.ShouldBe(0);
    }

    private Task RefusedAsync(Func<IServiceProvider, Task> list) => Should.ThrowAsync<AbpValidationException>(() => app.DoAsync(list));
}
