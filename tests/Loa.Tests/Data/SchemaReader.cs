using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loa.Tests.Data;

/// <summary>A database's schema as a set of sentences that can be compared: columns, keys, references, indexes.</summary>
internal static class SchemaReader
{
    /// <summary>Made by hand beside the model: the history, what full-text search needs, and the sums that the database keeps.</summary>
    private static readonly string[] BesideTheModel = ["SchemaHistory", "SearchFullText", "IX_SearchEntries_FullText", "Branch", "ActivityTotals", "ActivityWeeks", "ActivityTopicTotals", "OwnTotals", "OwnWeeks", "OwnTopicTotals", "ActivityQueue", "ActivityTopicQueue"];

    public static async Task<HashSet<string>> ReadAsync(bool postgres, string connectionString)
    {
        await using DbConnection connection = postgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var sentences = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in postgres ? Postgres : Sqlite)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants below.
            command.CommandText = query;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var sentence = string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : reader.GetValue(i).ToString()));
                if (!BesideTheModel.Any(name => sentence.Contains(name, StringComparison.Ordinal)))
                {
                    sentences.Add(sentence);
                }
            }
        }

        return sentences;
    }

    private static readonly string[] Sqlite =
    [
        """SELECT 'column', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'""",
        """SELECT 'reference', t.name, f."from", f."table", f."to", f.on_delete FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'""",
        """SELECT 'index', i.tbl_name, i.name, i.sql FROM sqlite_master i WHERE i.type = 'index' AND i.sql IS NOT NULL""",
    ];

    private static readonly string[] Postgres =
    [
        "SELECT 'column', table_name, column_name, data_type, udt_name, character_maximum_length, is_nullable, column_default, is_identity FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'",
        "SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    ];
}
