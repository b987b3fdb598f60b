using System.Security.Cryptography;
using System.Text;

namespace Loa.Data.Migrations;

/// <summary>One numbered SQL file of a provider, embedded in the program.</summary>
internal sealed record MigrationScript(int Number, string Name, string Sql)
{
    /// <summary>Recorded when applied: an applied script that was edited afterwards is noticed.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<MigrationScript> For(bool postgres)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var prefix = $"Migrations/{(postgres ? "Postgres" : "Sqlite")}/";
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                var file = Path.GetFileNameWithoutExtension(name[prefix.Length..]);
                var cut = file.IndexOf('_', StringComparison.Ordinal);
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new MigrationScript(int.Parse(file[..cut], System.Globalization.CultureInfo.InvariantCulture), file[(cut + 1)..], reader.ReadToEnd());
            })
            .OrderBy(script => script.Number)
            .ToList();
        if (scripts.GroupBy(script => script.Number).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"Migration {twice.Key} exists twice: {string.Join(", ", twice.Select(s => s.Name))}.");
        }

        return scripts;
    }
}
