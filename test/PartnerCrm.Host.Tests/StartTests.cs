namespace PartnerCrm.Host.Tests;

/// <summary>What a host that can't start says to whoever started it.</summary>
public class StartTests
{
    [Theory]
    [InlineData("PARTNERCRM_CLIENT_SECRET", "short", "PARTNERCRM_CLIENT_SECRET needs at least 8 characters.")]
    [InlineData("PARTNERCRM_DEMO_PASSWORD", "abc", "PARTNERCRM_DEMO_PASSWORD is no password here")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider is 'Oracle'. It may be Sqlite or PostgreSql.")]
    public async Task A_wrong_setting_is_named_in_a_sentence_and_not_in_a_stack_trace(string setting, string value, string sentence)
    {
        var failed = await Should.ThrowAsync<InvalidOperationException>(() => RunningHost.StartAsync(setting: (setting, value)));

        failed.Message.ShouldContain(sentence);
        failed.Message.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await RunningHost.StartAsync();

        var failed = await Should.ThrowAsync<InvalidOperationException>(() => RunningHost.StartAsync(setting: ("PORT", first.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))));

        failed.Message.ShouldContain("set PORT to another port");
    }
}
