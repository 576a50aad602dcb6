namespace MailKit.Security
{
    /// <summary>How the connection is secured.</summary>
    public enum SecureSocketOptions
    {
        /// <summary>Not at all.</summary>
        None = 0,

        /// <summary>TLS at once on port 465, else <see cref="StartTlsWhenAvailable"/>.</summary>
        Auto = 1,

        /// <summary>TLS at once.</summary>
        SslOnConnect = 2,

        /// <summary>STARTTLS, or no connection.</summary>
        StartTls = 3,

        /// <summary>STARTTLS if the server offers it.</summary>
        StartTlsWhenAvailable = 4
    }
}

namespace MailKit.Net.Smtp
{
    /// <summary>What was refused.</summary>
    public enum SmtpErrorCode
    {
        MessageNotAccepted = 0,
        SenderNotAccepted = 1,
        RecipientNotAccepted = 2,
        UnexpectedStatusCode = 3
    }

    /// <summary>Extensions the server offers.</summary>
    [Flags]
    public enum SmtpCapabilities
    {
        None = 0,
        Size = 1,
        Dsn = 2,
        EnhancedStatusCodes = 4,
        Authentication = 8,
        EightBitMime = 16,
        Pipelining = 32,
        BinaryMime = 64,
        Chunking = 128,
        StartTLS = 256,
        UTF8 = 512,
        RequireTLS = 1024
    }

    /// <summary>Reply codes (RFC 5321, 4.2.3).</summary>
    public enum SmtpStatusCode
    {
        SystemStatus = 211, HelpMessage = 214, ServiceReady = 220, ServiceClosingTransmissionChannel = 221, AuthenticationSuccessful = 235,
        Ok = 250, UserNotLocalWillForward = 251, CannotVerifyUserWillAttemptDelivery = 252, AuthenticationChallenge = 334,
        StartMailInput = 354, ServiceNotAvailable = 421, PasswordTransitionNeeded = 432, MailboxBusy = 450, ErrorInProcessing = 451,
        InsufficientStorage = 452, TemporaryAuthenticationFailure = 454, CommandUnrecognized = 500, SyntaxError = 501,
        CommandNotImplemented = 502, BadCommandSequence = 503, CommandParameterNotImplemented = 504, AuthenticationRequired = 530,
        AuthenticationMechanismTooWeak = 534, AuthenticationInvalidCredentials = 535, EncryptionRequiredForAuthenticationMechanism = 538,
        MailboxUnavailable = 550, UserNotLocalTryAlternatePath = 551, ExceededStorageAllocation = 552, MailboxNameNotAllowed = 553,
        TransactionFailed = 554, MailFromOrRcptToParametersNotRecognizedOrNotImplemented = 555
    }

    /// <summary>A reply: its code and its lines without the codes.</summary>
    public class SmtpResponse
    {
        public SmtpResponse(SmtpStatusCode code, string response) => (StatusCode, Response) = (code, response);

        public SmtpStatusCode StatusCode { get; }

        public string Response { get; }
    }
}

namespace MailKit
{
    /// <summary>Hears how much of a message is sent, in bytes.</summary>
    public interface ITransferProgress
    {
        void Report(long bytesTransferred, long totalSize);

        void Report(long bytesTransferred);
    }
}
