using Volo.Abp.Logging;

namespace Microsoft.Extensions.Logging;

public static class AbpLoggerExtensions
{
    public static void LogException(this ILogger logger, Exception ex, LogLevel? level = null)
    {
        logger.Log(level ?? ex.GetLogLevel(), ex, "{Message}", ex.Message);
        if (ex is IExceptionWithSelfLogging verbose) verbose.Log(logger);
    }
}
