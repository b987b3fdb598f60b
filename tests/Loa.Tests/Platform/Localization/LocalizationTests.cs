using System.Text.Json;
using System.Text.RegularExpressions;
using Loa.Tests.House;

namespace Loa.Tests.Platform.Localization;

/// <summary>The key is the Vietnamese text; every key has its English, and no Vietnamese reaches a page past the localizer.</summary>
public sealed partial class LocalizationTests
{
    private static readonly Dictionary<string, string> English = Repository.Files("*.en.json", "src/Loa")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .DistinctBy(pair => pair.Key).ToDictionary();

    [Fact]
    public void EveryKey_HasEnglish()
    {
        var keys = Sources().SelectMany(file => Keys(File.ReadAllText(file)).Select(key => (Key: key, File: file))).ToList();

        keys.Count.ShouldBeGreaterThan(100);
        keys.Where(used => !English.ContainsKey(used.Key)).Select(used => $"{Path.GetFileName(used.File)}: {used.Key}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void EveryTranslation_HasThePlaceholdersOfItsKey() =>
        English.Where(pair => !Holes(pair.Key).SetEquals(Holes(pair.Value))).Select(pair => pair.Key).ShouldBeEmpty();

    /// <summary>"hòa", "thủy", "xóa" throughout, never "hoà", "thuỷ", "xoá": one spelling can be searched for.</summary>
    [Fact]
    public void EveryKey_PlacesToneMarksOneWay() =>
        English.Keys.Where(key => OtherTonePattern().IsMatch(key)).ShouldBeEmpty();

    [Fact]
    public void Pages_HoldNoVietnameseOutsideTheLocalizer()
    {
        var pages = Repository.Files("*.cshtml", "src/Loa").ToList();

        pages.Count.ShouldBeGreaterThan(10);
        pages.SelectMany(file => Loose(File.ReadAllText(file)).Select(text => $"{Path.GetFileName(file)}: {text}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p>@L[\"Kế hoạch\"]</p>", 0)]
    [InlineData("<p>Kế hoạch</p>", 1)]
    [InlineData("@* Ghi chú *@<p></p>", 0)]
    [InlineData("<input placeholder=\"Tìm kiếm\">", 1)]
    public void Loose_FindsWhatStandsOutside(string page, int count) => Loose(page).Count().ShouldBe(count);

    /// <summary>Whatever way a sentence takes to the localizer (a record's name, a job's message, a role), it stands in the code as text.</summary>
    [Fact]
    public void EveryVietnameseTextInCode_HasEnglish()
    {
        var texts = Repository.Files("*.cs", "src/Loa").Where(file => !NotForTheInterface.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .SelectMany(file => TextPattern().Matches(DocumentationPattern().Replace(File.ReadAllText(file), "")).Select(match => match.Groups["text"].Value)
                .Where(text => VietnamesePattern().IsMatch(text)).Select(text => (Text: Regex.Unescape(text), File: file))).ToList();

        texts.Count.ShouldBeGreaterThan(100);
        texts.Where(found => !English.ContainsKey(found.Text)).Select(found => $"{Path.GetFileName(found.File)}: {found.Text}").Distinct().ShouldBeEmpty();
    }

    /// <summary>Invented names, words looked for in documents or printed in them and in what is typed, a command that speaks both languages at once, and letters, which are Vietnamese whoever composes them.</summary>
    private static readonly string[] NotForTheInterface = ["/Demo/", "/Resolving/", "/Composing/", "/Commands/", "/Letter/", "/FieldText.cs", "/NumberText.cs", "/AgencyHeading.cs"];

    private static IEnumerable<string> Sources() => Repository.Files("*.cs", "src/Loa").Concat(Repository.Files("*.cshtml", "src/Loa"));

    private static IEnumerable<string> Keys(string source) => KeyPattern().Matches(DocumentationPattern().Replace(source, "")).Select(match => Regex.Unescape(match.Groups["key"].Value));

    private static IEnumerable<string> Loose(string page)
    {
        var bare = KeyPattern().Replace(CommentPattern().Replace(page, ""), "");
        return bare.Split('\n').Where(line => !line.TrimStart().StartsWith("@page", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            // A language is offered under its own name.
            .Where(line => VietnamesePattern().IsMatch(line.Replace("\"Tiếng Việt\"", "", StringComparison.Ordinal))).Select(line => line.Trim());
    }

    private static HashSet<string> Holes(string text) => [.. HolePattern().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""(?:\b(?:L|words)\[|ErrorMessage\ =\ )"(?<key>(?:[^"\\]|\\.)*)" """, RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("""(?<!\$)"(?<text>(?:[^"\\\n]|\\.)*)" """, RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex OtherTonePattern();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline, 2000)]
    private static partial Regex CommentPattern();

    [GeneratedRegex("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex VietnamesePattern();

    [GeneratedRegex("^ *///.*$", RegexOptions.Multiline, 2000)]
    private static partial Regex DocumentationPattern();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 2000)]
    private static partial Regex HolePattern();
}
