using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace MailKit
{
    /// <summary>The server refused a command.</summary>
    public abstract class CommandException : Exception
    {
        protected CommandException(string message) : base(message)
        {
        }
    }

    /// <summary>The server didn't keep to the protocol, or went away. The connection is closed.</summary>
    public abstract class ProtocolException : Exception
    {
        protected ProtocolException(string message) : base(message)
        {
        }

        protected ProtocolException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }

    /// <summary>The client isn't connected.</summary>
    public class ServiceNotConnectedException(string message) : InvalidOperationException(message);

    /// <summary>The server wants authentication first.</summary>
    public class ServiceNotAuthenticatedException(string message) : InvalidOperationException(message);
}

namespace MailKit.Security
{
    /// <summary>The server didn't accept the credentials.</summary>
    public class AuthenticationException(string message) : Exception(message);

    /// <summary>TLS couldn't be agreed on, or the certificate isn't trusted.</summary>
    public class SslHandshakeException(string message, Exception innerException) : Exception(message, innerException)
    {
        /// <summary>What the server showed, if it got that far.</summary>
        public X509Certificate? ServerCertificate { get; internal init; }
    }
}

namespace MailKit.Net.Smtp
{
    /// <summary>The server refused a command.</summary>
    public class SmtpCommandException : CommandException
    {
        public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, MailboxAddress mailbox, string message) : base(message) =>
            (ErrorCode, StatusCode, Mailbox) = (code, status, mailbox);

        public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, string message) : base(message) =>
            (ErrorCode, StatusCode) = (code, status);

        /// <summary>What was refused.</summary>
        public SmtpErrorCode ErrorCode { get; }

        /// <summary>The server's reply; 4xx may succeed later.</summary>
        public SmtpStatusCode StatusCode { get; }

        /// <summary>The sender or recipient it is about.</summary>
        public MailboxAddress? Mailbox { get; }
    }

    /// <inheritdoc cref="ProtocolException"/>
    public class SmtpProtocolException : ProtocolException
    {
        public SmtpProtocolException(string message) : base(message)
        {
        }

        public SmtpProtocolException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }
}
