using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>What a control needs to know of its field: the posted name, the id, what was typed and what was wrong with it.</summary>
internal sealed record FormField(string Name, string Id, string? Value, string? Error)
{
    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    public static FormField Of(ViewContext view, ModelExpression? expression, string? name, string? value, string type)
    {
        var full = expression is null ? name ?? throw new InvalidOperationException("A form row needs 'for' or 'name'.") : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var entry = view.ViewData.ModelState.TryGetValue(full, out var found) ? found : null;
        // What a person typed comes back as typed, wrong or not; a password never does.
        var typed = type == "password" ? null : entry?.AttemptedValue ?? value ?? Format(expression?.Model);
        return new FormField(full, IdOf(full), type == "checkbox" ? typed?.Split(',')[0] : typed, entry?.Errors.Select(error => error.ErrorMessage).FirstOrDefault());
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public void Describe(TagBuilder control, bool hasHint)
    {
        var described = string.Join(' ', new[] { hasHint ? HintId : null, Error is null ? null : ErrorId }.Where(id => id is not null));
        control.Set("id", Id).Set("name", Name)
            .Set("aria-describedby", described.Length == 0 ? null : described)
            .Set("aria-invalid", Error is null ? null : "true");
    }

    public static TagBuilder ErrorText(IStringLocalizer words, FormField field) =>
        Html.Tag("p", "field-error", Html.Icon("error"), Html.Tag("span", null, Html.Hidden(words["Lỗi:"] + " "), field.Error)).Set("id", field.ErrorId);

    private static string? Format(object? model) => model switch
    {
        null => null,
        DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString(),
    };
}
