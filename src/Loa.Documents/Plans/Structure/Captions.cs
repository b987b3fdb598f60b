namespace Loa.Documents.Plans;

/// <summary>The line under an annex's title that names the document it belongs to.</summary>
internal static class Captions
{
    public static bool Opens(Line line)
    {
        if (line.Table is not null || line.Value.Length > 300)
            return false;
        var folded = line.Opening.AsSpan().TrimStart(" (*[");
        return folded.StartsWith("ban hanh kem theo") || folded.StartsWith("kem theo ") || folded.StartsWith("ban hanh theo") || folded.StartsWith("dinh kem ")
            || folded.StartsWith("phe duyet kem theo") || folded.StartsWith("duoc ban hanh kem") || folded.StartsWith("thuc hien kem theo") || folded.StartsWith("duoc phe duyet kem")
            || folded.StartsWith("(ban hanh");
    }
}
