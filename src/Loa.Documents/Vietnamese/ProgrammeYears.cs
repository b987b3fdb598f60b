namespace Loa.Documents.Vietnamese;

/// <summary>The years a plan covers, both inclusive: "năm 2024" is 2024–2024, "giai đoạn 2026 - 2030" is 2026–2030.</summary>
public readonly record struct ProgrammeYears(int From, int To);
