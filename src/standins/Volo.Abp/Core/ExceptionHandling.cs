using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.ExceptionHandling;

/// <summary>An exception that carries an error code.</summary>
public interface IHasErrorCode
{
    string? Code { get; }
}

/// <summary>An exception that carries details for the user.</summary>
public interface IHasErrorDetails
{
    string? Details { get; }
}

/// <summary>An exception that knows its HTTP status.</summary>
public interface IHasHttpStatusCode
{
    int HttpStatusCode { get; }
}

/// <summary>An exception that translates its own message.</summary>
public interface ILocalizeErrorMessage
{
    string LocalizeMessage(Localization.LocalizationContext context);
}

/// <summary>What subscribers learn about an exception.</summary>
public class ExceptionNotificationContext(Exception exception, LogLevel? logLevel = null, bool handled = true)
{
    public Exception Exception { get; } = Check.NotNull(exception, nameof(exception));
    public LogLevel LogLevel { get; } = logLevel ?? exception.GetLogLevel();
    public bool Handled { get; } = handled;
}

/// <summary>Tells every <see cref="IExceptionSubscriber"/> about an exception.</summary>
public interface IExceptionNotifier
{
    Task NotifyAsync(ExceptionNotificationContext context);
}

/// <summary>Hears about exceptions.</summary>
public interface IExceptionSubscriber
{
    Task HandleAsync(ExceptionNotificationContext context);
}

/// <summary>Base of exception subscribers: registered by derivation.</summary>
[ExposeServices(typeof(IExceptionSubscriber))]
public abstract class ExceptionSubscriber : IExceptionSubscriber, ITransientDependency
{
    public abstract Task HandleAsync(ExceptionNotificationContext context);
}

public static class ExceptionNotifierExtensions
{
    public static Task NotifyAsync(this IExceptionNotifier exceptionNotifier, Exception exception, LogLevel? logLevel = null, bool handled = true) =>
        exceptionNotifier.NotifyAsync(new ExceptionNotificationContext(exception, logLevel, handled));
}

internal sealed class ExceptionNotifier(IServiceScopeFactory scopes, ILogger<ExceptionNotifier> logger) : IExceptionNotifier, ITransientDependency
{
    public async Task NotifyAsync(ExceptionNotificationContext context)
    {
        using var scope = scopes.CreateScope();
        foreach (var subscriber in scope.ServiceProvider.GetServices<IExceptionSubscriber>())
        {
            // A failing subscriber must not hide the exception it was told about.
            try
            {
                await subscriber.HandleAsync(context);
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The exception subscriber {Subscriber} failed.", subscriber.GetType().FullName);
            }
        }
    }
}

/// <summary>Exceptions: notification and error codes.</summary>
[DependsOn(typeof(Localization.AbpLocalizationModule))]
public class AbpExceptionHandlingModule : AbpModule;
