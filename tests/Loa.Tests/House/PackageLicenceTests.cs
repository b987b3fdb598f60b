using System.Text.Json;
using System.Xml.Linq;

namespace Loa.Tests.House;

/// <summary>Reads the licence of every restored package and holds it against the allow-list.</summary>
public sealed class PackageLicenceTests
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "MS-PL", "PostgreSQL", "public domain",
    };

    /// <summary>Allowed for tests only, or for fonts only.</summary>
    private static readonly HashSet<string> AllowedInTests = new(StringComparer.Ordinal) { "MPL-2.0", "MIT-0" };

    private static readonly HashSet<string> AllowedForFonts = new(StringComparer.Ordinal) { "OFL-1.1" };

    /// <summary>Packages that carry a licence file or address instead of an SPDX expression: read by a person, once.</summary>
    private static readonly Dictionary<string, string> ReadByAPerson = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Bogus"] = "MIT AND BSD-3-Clause",
        ["SourceGear.sqlite3"] = "public domain",
        ["xunit.abstractions"] = "Apache-2.0",
    };

    [Fact]
    public void NuGetPackages_AllLicencesAllowed()
    {
        var locks = Repository.Files("packages.lock.json").ToList();
        var offending = new List<string>();
        var seen = 0;
        foreach (var path in locks)
        {
            var test = path.Contains("/tests/", StringComparison.Ordinal);
            foreach (var (id, version) in Packages(path))
            {
                seen++;
                var licence = NuGetLicence(id, version);
                if (!Permits(licence, Allowed, test ? AllowedInTests : []))
                    offending.Add($"{id} {version}: {licence}");
            }
        }

        seen.ShouldBeGreaterThan(50);
        offending.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void NpmPackages_AllLicencesAllowed()
    {
        var offending = new List<string>();
        var seen = 0;
        foreach (var path in Repository.Files("package-lock.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var package in json.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
            {
                seen++;
                var font = package.Name.Contains("@fontsource", StringComparison.Ordinal);
                var licence = package.Value.TryGetProperty("license", out var value) ? value.GetString() : null;
                var test = path.Contains("/tests/", StringComparison.Ordinal);
                if (!Permits(licence, Allowed, test ? AllowedInTests : font ? AllowedForFonts : []))
                    offending.Add($"{package.Name}: {licence}");
            }
        }

        seen.ShouldBeGreaterThan(0);
        offending.ShouldBeEmpty();
    }

    [Fact]
    public void LockFiles_NameNoHost()
    {
        foreach (var path in Repository.Files("package-lock.json"))
            File.ReadAllText(path).ShouldNotContain("\"resolved\"", customMessage: path);
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("(MIT OR GPL-3.0-only)", true)]
    [InlineData("MIT AND BSD-2-Clause", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("AGPL-3.0-only", false)]
    [InlineData(null, false)]
    public void Permits_ReadsSpdxExpressions(string? licence, bool expected) => Permits(licence, Allowed, []).ShouldBe(expected);

    private static bool Permits(string? licence, HashSet<string> allowed, HashSet<string> also) =>
        licence is not null && licence.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)
            .Split(" OR ").Any(choice => choice.Split(" AND ").All(part => allowed.Contains(part.Trim()) || also.Contains(part.Trim())));

    private static IEnumerable<(string Id, string Version)> Packages(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        foreach (var framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (var package in framework.Value.EnumerateObject())
                if (package.Value.TryGetProperty("resolved", out var version))
                    yield return (package.Name, version.GetString()!);
    }

    private static string? NuGetLicence(string id, string version)
    {
        if (ReadByAPerson.TryGetValue(id, out var known))
            return known;
        var lowered = id.ToLowerInvariant();
        var folder = Path.Combine(Repository.NuGetPackages, lowered, version.ToLowerInvariant());
        var metadata = XDocument.Load(Path.Combine(folder, lowered + ".nuspec")).Root!.Elements().First();
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        if (licence?.Attribute("type")?.Value == "expression")
            return licence.Value;
        var address = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "licenseUrl")?.Value;
        return address switch
        {
            "https://go.microsoft.com/fwlink/?linkid=869050" or "https://licenses.nuget.org/MIT" => "MIT",
            "http://www.apache.org/licenses/LICENSE-2.0" => "Apache-2.0",
            _ => $"file {licence?.Value} {address}",
        };
    }
}
