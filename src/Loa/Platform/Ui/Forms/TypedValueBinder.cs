using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>Binds dates and periods as people type them, with or without scripts; the error says what would be understood.</summary>
internal sealed class TypedValueBinder(Calendar calendar, IStringLocalizer words) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            bindingContext.Result = bindingContext.ModelMetadata.IsReferenceOrNullableType ? ModelBindingResult.Success(null) : bindingContext.Result;
            return Task.CompletedTask;
        }

        var isDate = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(DateOnly);
        if (isDate && DateText.TryParse(text, calendar.VietnamToday, out var date))
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else if (!isDate && Period.TryParse(text, calendar.VietnamToday, out var period))
        {
            bindingContext.Result = ModelBindingResult.Success(period);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, isDate
                ? words["Không hiểu ngày “{0}”. Hãy nhập như 25/5 hoặc 25/05/2026.", text]
                : words["Không hiểu kỳ “{0}”. Hãy nhập như quý 3, tháng 5/2026 hoặc năm 2026.", text]);
        }

        return Task.CompletedTask;
    }
}

internal sealed class TypedValueBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) || context.Metadata.UnderlyingOrModelType == typeof(Period)
            ? new BinderTypeModelBinder(typeof(TypedValueBinder))
            : null;
}
