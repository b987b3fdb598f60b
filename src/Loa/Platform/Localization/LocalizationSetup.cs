using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Localization;

internal static class LocalizationSetup
{
    public const string CookieName = "loa-ngon-ngu";
    public static readonly string[] Languages = ["vi", "en"];

    public static void AddLoaLocalization(this IServiceCollection services)
    {
        services.AddSingleton<JsonLocalizer>();
        services.AddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<JsonLocalizer>());
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<JsonLocalizer>());
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // Numbers and dates stay Vietnamese in both languages; only the words change.
            options.SetDefaultCulture("vi").AddSupportedCultures("vi").AddSupportedUICultures(Languages);
            options.ApplyCurrentCultureToResponseHeaders = true;
            // Accept-Language is not asked: many an officer's browser was installed in English, its owner reads Vietnamese.
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }];
        });
    }

    /// <summary>The cookie that remembers a language for a year.</summary>
    public static void RememberLanguage(this HttpResponse response, string language)
    {
        var culture = new RequestCulture(CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo(Languages.Contains(language) ? language : Languages[0]));
        response.Cookies.Append(CookieName, CookieRequestCultureProvider.MakeCookieValue(culture), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
        });
    }

    /// <summary>The framework's own messages about values that do not bind, in our words.</summary>
    public static void UseVietnameseBindingMessages(this MvcOptions options, IStringLocalizer words)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => words["Giá trị không hợp lệ."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => words["Giá trị không hợp lệ."]);
        messages.SetValueIsInvalidAccessor(value => words["Giá trị “{0}” không hợp lệ.", value]);
        messages.SetValueMustBeANumberAccessor(_ => words["Hãy nhập một số."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Hãy nhập một số."]);
        messages.SetValueMustNotBeNullAccessor(_ => words["Hãy nhập mục này."]);
        messages.SetMissingBindRequiredValueAccessor(_ => words["Hãy nhập mục này."]);
        messages.SetMissingKeyOrValueAccessor(() => words["Hãy nhập mục này."]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => words["Yêu cầu không có nội dung."]);
    }
}
