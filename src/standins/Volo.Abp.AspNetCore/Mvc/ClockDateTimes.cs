using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.Timing;

namespace Volo.Abp.AspNetCore.Mvc.ModelBinding;

// Times in JSON are of the clock's kind: with UTC, what comes without an offset is UTC and what goes out ends in Z.
internal sealed class ClockDateTimeConverter(IClock clock) : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => clock.Normalize(reader.GetDateTime());

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(clock.Normalize(value));
}

internal sealed class ClockDateTimeModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateTime)
            ? new Binder(
                new DateTimeModelBinder(DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, context.Services.GetRequiredService<ILoggerFactory>()),
                context.Services.GetRequiredService<IClock>())
            : null;

    private sealed class Binder(DateTimeModelBinder inner, IClock clock) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: DateTime time })
            {
                bindingContext.Result = ModelBindingResult.Success(clock.Normalize(time));
            }
        }
    }
}
