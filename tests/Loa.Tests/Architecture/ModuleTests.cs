using System.Text.RegularExpressions;
using Loa.Tests.House;

namespace Loa.Tests.Architecture;

/// <summary>Who may know whom. Pages compose and may read any front door; entities and services follow the table.</summary>
public sealed partial class ModuleTests
{
    /// <summary>A module may use those named before it in its row.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Agencies"] = [],
        ["Accounts"] = ["Agencies"],
        ["Errors"] = [],
        ["Gallery"] = ["Agencies"],
        ["WorkCalendar"] = [],
        ["Notifications"] = ["Agencies", "Accounts"],
        ["Plans"] = ["Agencies", "Accounts", "Notifications"],
        ["Tasks"] = ["Agencies", "Accounts", "Notifications", "Plans"],
        ["Activities"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks"],
        ["Cadences"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities"],
        ["Dashboards"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities"],
        ["Assessments"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities"],
        ["Directives"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities"],
        ["Exemplars"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities"],
        ["EvidenceFiles"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities", "Directives"],
        ["Reports"] = ["Agencies", "Accounts", "Notifications", "Plans", "Tasks", "Activities", "Cadences"],
        ["Circulations"] = ["Agencies", "Accounts", "Notifications", "Plans"],
    };

    [Fact]
    public void Modules_KnowOnlyThoseBelowThem()
    {
        var uses = Uses().ToList();

        uses.Count.ShouldBeGreaterThan(5);
        uses.Where(use => !IsPage(use.File)).Where(use => !MayUse.TryGetValue(use.From, out var allowed) || !allowed.Contains(use.To)).Select(use => $"{use.File} uses {use.To}").Distinct().ShouldBeEmpty();
    }

    private static bool IsPage(string file) => file.EndsWith(".cshtml.cs", StringComparison.Ordinal);

    [Fact]
    public void Modules_UseOnlyTheFrontDoorOfAnother() =>
        Uses().Where(use => use.Inner).Select(use => $"{use.File} reaches into a room of {use.To}").Distinct().ShouldBeEmpty();

    [Fact]
    public void Platform_KnowsNoModule()
    {
        var files = Repository.Files("*.cs", "src/Loa/Platform").ToList();

        files.Count.ShouldBeGreaterThan(30);
        files.Where(file => ModulePattern().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void Files_StaySmall() =>
        Repository.Files("*.cs", "src").Where(file => File.ReadLines(file).Count() > 300).Select(Path.GetFileName).ShouldBeEmpty();

    private static IEnumerable<(string From, string To, bool Inner, string File)> Uses() =>
        from file in Repository.Files("*.cs", "src/Loa/Modules")
        let module = FolderPattern().Match(file).Groups["module"].Value
        where module.Length > 0
        from Match use in ModulePattern().Matches(File.ReadAllText(file))
        let to = use.Groups["module"].Value
        where to != module
        select (module, to, use.Groups["room"].Success, Path.GetFileName(file));

    [GeneratedRegex(@"/Modules/(?<module>\w+)/", RegexOptions.None, 2000)]
    private static partial Regex FolderPattern();

    [GeneratedRegex(@"using (?:static )?Loa\.Modules\.(?<module>\w+)(?<room>\.\w+)?;", RegexOptions.None, 2000)]
    private static partial Regex ModulePattern();
}
