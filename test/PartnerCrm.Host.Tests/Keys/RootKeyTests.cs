using Microsoft.Extensions.Configuration;

namespace PartnerCrm.Host.Tests;

public sealed class RootKeyTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("crmkeys").FullName;

    private string File => Path.Combine(data, "root.key");

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void A_new_key_is_kept_for_its_owner_only_and_found_again()
    {
        var secret = Load().Protect([1, 2, 3], "test");

        Load().Unprotect(secret, "test").ShouldBe([1, 2, 3]);
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(data).ShouldBe([File]);
    }

    [Fact]
    public async Task Hosts_that_start_together_agree_on_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Load)));

        foreach (var key in keys) key.Unprotect(keys[0].Protect([7], "test"), "test").ShouldBe([7]);
        Directory.GetFiles(data).ShouldBe([File]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public async Task A_broken_key_is_refused_with_its_place_and_never_replaced(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content);

        Should.Throw<WrongConfigurationException>(Load).Message.ShouldContain(File);
        (await System.IO.File.ReadAllTextAsync(File)).ShouldBe(content);
    }

    private RootKey Load() =>
        RootKey.Load(new ConfigurationBuilder().AddInMemoryCollection([new(HostConfiguration.DataFolder, data)]).Build(), mayCreate: true);
}
