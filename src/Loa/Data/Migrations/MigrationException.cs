namespace Loa.Data.Migrations;

/// <summary>The database cannot be used by this program as it is; the message says what to do.</summary>
internal sealed class MigrationException(string message) : Exception(message);
