using Microsoft.Extensions.Logging;

namespace Volo.Abp.Logging;

/// <summary>An exception that says how severe it is.</summary>
public interface IHasLogLevel
{
    LogLevel LogLevel { get; set; }
}

/// <summary>An exception that writes more than its message to the log.</summary>
public interface IExceptionWithSelfLogging
{
    void Log(ILogger logger);
}
