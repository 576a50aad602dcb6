using Microsoft.Extensions.Logging;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Logging;

namespace Volo.Abp;

/// <summary>Base of the framework's own exceptions.</summary>
public class AbpException : Exception
{
    public AbpException()
    {
    }

    public AbpException(string? message) : base(message)
    {
    }

    public AbpException(string? message, Exception? innerException) : base(message, innerException)
    {
    }
}

/// <summary>Marks an exception that is a refusal by the business rules, not a defect.</summary>
public interface IBusinessException;

/// <summary>Marks a business exception whose message may be shown to the user as it is.</summary>
public interface IUserFriendlyException : IBusinessException;

/// <summary>A refusal with an error code; its sentence is looked up by that code, with <see cref="WithData"/> filling the blanks.</summary>
public class BusinessException : Exception, IBusinessException, IHasErrorCode, IHasErrorDetails, IHasLogLevel
{
    public BusinessException(
        string? code = null, string? message = null, string? details = null, Exception? innerException = null, LogLevel logLevel = LogLevel.Warning)
        : base(message, innerException)
    {
        Code = code;
        Details = details;
        LogLevel = logLevel;
    }

    public string? Code { get; set; }
    public string? Details { get; set; }
    public LogLevel LogLevel { get; set; }

    public BusinessException WithData(string name, object? value)
    {
        Data[name] = value;
        return this;
    }
}

/// <summary>A refusal whose message is already a sentence for the user.</summary>
public class UserFriendlyException(
    string message, string? code = null, string? details = null, Exception? innerException = null, LogLevel logLevel = LogLevel.Warning)
    : BusinessException(code, message, details, innerException, logLevel), IUserFriendlyException;
