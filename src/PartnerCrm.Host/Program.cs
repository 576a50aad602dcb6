using Microsoft.AspNetCore.Connections;
using PartnerCrm.Host;

try
{
    await RunAsync(args);
    return 0;
}
catch (Exception failed) when (failed.GetBaseException() is WrongConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
catch (IOException failed) when (failed.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{failed.Message} Something else answers there: stop it, or set PORT to another port.");
    return 1;
}

static async Task RunAsync(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddPartnerCrm();

    var database = DatabaseOptions.From(builder.Configuration);
    if (args is ["schema"])
    {
        Console.WriteLine(SchemaScript.For(database));
        return;
    }

    // Production migrates on purpose (`PartnerCrm.Host migrate`), before the new version starts; everything else migrates itself.
    if (args is ["migrate"] || !builder.Environment.IsProduction())
        await Migrations.ApplyAsync(database, Console.WriteLine);
    if (args is ["migrate"]) return;

    builder.Host.UseFoundation();
    await builder.AddApplicationAsync<PartnerCrmHostModule>();
    var app = builder.Build();
    DatabaseModel.MakeBeside(app.Services);
    await app.InitializeApplicationAsync();
    await Seeding.RunAsync(app.Services);
    await app.RunAsync();
}
