using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>A whole number that people type, with or without dots: an <c>int?</c>, or money as a <c>long?</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TypedNumberAttribute() : ModelBinderAttribute(typeof(TypedNumberBinder));

/// <summary>Binds as <see cref="NumberText"/> reads; the error says what would be understood.</summary>
internal sealed class TypedNumberBinder(IStringLocalizer words) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        var text = given.FirstValue ?? "";
        var isMoney = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(long);
        if (isMoney && NumberText.TryMoney(text, out var money))
        {
            bindingContext.Result = ModelBindingResult.Success(money);
        }
        else if (!isMoney && NumberText.TryWhole(text, out var number))
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, isMoney
                ? words["Không hiểu số tiền “{0}”. Hãy nhập như 4.500.000.", text]
                : words["Không hiểu số “{0}”. Hãy nhập số nguyên như 1.234.", text]);
        }

        return Task.CompletedTask;
    }
}
