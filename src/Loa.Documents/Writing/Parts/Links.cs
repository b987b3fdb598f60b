namespace Loa.Documents.Writing.Parts;

/// <summary>The links of the text, each with the id of its relationship.</summary>
internal sealed class Links
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Ids => _ids;

    public string IdOf(Uri link)
    {
        if (!link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttp && link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeMailto))
            throw new ArgumentException($"A document links to http, https and mailto only, not to '{link}'.", nameof(link));
        if (!_ids.TryGetValue(link.AbsoluteUri, out var id))
            _ids[link.AbsoluteUri] = id = $"lienKet{_ids.Count + 1}";
        return id;
    }
}
