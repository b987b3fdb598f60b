namespace Loa;

/// <summary>What the person who starts Loa set cannot be used; the message says what to write instead, and holds no secret.</summary>
internal sealed class SettingsException(string message) : Exception(message);
