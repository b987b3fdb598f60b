using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Localization;

/// <summary>For what is kept or printed, which is Vietnamese in whatever language the person at work reads the pages.</summary>
internal sealed class VietnameseLocalizer : IStringLocalizer
{
    public static readonly VietnameseLocalizer Instance = new();

    public LocalizedString this[string name] => new(name, name);

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
