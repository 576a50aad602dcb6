using System.Threading.Channels;
using MimeKit;
using MimeKit.Text;
using PartnerCrm.Mail;
using Volo.Abp.Settings;

namespace PartnerCrm.Host;

/// <summary>One mail about somebody's own account.</summary>
public record AccountMail(string To, string Name, string Subject, string Text);

/// <summary>
/// Sends mails about accounts through the product's transport, after the request: the page answers as fast for somebody without an account. They
/// are never stored with the other mail, where colleagues could read the links. In practice mode each is kept as a file of the data folder.
/// </summary>
public class AccountMails(IMailTransport transport, IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<AccountMails> logger) : BackgroundService
{
    public const string PracticeFolder = "practice-mail";
    private const int MostWaiting = 100;
    private readonly Channel<AccountMail> waiting = Channel.CreateBounded<AccountMail>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public bool CanSend => transport.Mode != TransportMode.None;

    public void Post(AccountMail mail) => waiting.Writer.TryWrite(mail);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(mail, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "A mail about an account could not be sent.");
            }
        }
    }

    private async Task SendAsync(AccountMail mail, CancellationToken cancellationToken)
    {
        var from = await SenderAsync();
        using var message = new MimeMessage { Subject = mail.Subject, Date = time.GetUtcNow(), MessageId = $"{Guid.NewGuid():N}@{from.Split('@')[^1]}" };
        message.From.Add(new MailboxAddress("PartnerCrm", from));
        message.To.Add(new MailboxAddress(mail.Name, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart(TextFormat.Plain) { Text = mail.Text };
        var mime = await MailComposer.ToBytesAsync(message, cancellationToken);
        var delivery = await transport.SendAsync(new OutgoingMail(Guid.NewGuid(), message.MessageId, from, mail.To, mime), cancellationToken);
        if (delivery.Outcome == DeliveryOutcome.Kept) await KeepAsync(mime, cancellationToken);
        else if (delivery.Outcome != DeliveryOutcome.Sent) logger.LogWarning("A mail about an account was not sent: {Detail}", delivery.Detail);
    }

    private async Task KeepAsync(byte[] mime, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(configuration[HostConfiguration.DataFolder]!, PracticeFolder));
        var file = Path.Combine(folder.FullName, $"{time.GetUtcNow():yyyyMMdd-HHmmss-fff}.eml");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(file, options)) await stream.WriteAsync(mime, cancellationToken);
        logger.LogInformation("Practice mode: a mail about an account is kept in {File}", file);
    }

    private async Task<string> SenderAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var shared = await scope.ServiceProvider.GetRequiredService<ISettingProvider>().GetOrNullAsync(MailSettings.SharedAddress);
        return string.IsNullOrWhiteSpace(shared) ? "no-reply@" + new Uri(configuration[HostConfiguration.SelfUrl]!).Host : shared;
    }
}
