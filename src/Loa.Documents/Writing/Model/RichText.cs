namespace Loa.Documents.Writing;

/// <summary>A stretch of text in one look. A line break in it is kept.</summary>
public sealed record TextRun(string Text)
{
    public bool Bold { get; init; }
    public bool Italic { get; init; }

    /// <summary>Where the text leads: http, https or mailto.</summary>
    public Uri? Link { get; init; }
}

/// <summary>The text of one paragraph; a plain string is one.</summary>
public sealed class RichText
{
    public RichText(params IReadOnlyList<TextRun> runs) => Runs = runs;

    public static RichText Empty { get; } = new();

    public IReadOnlyList<TextRun> Runs { get; }

    /// <summary>The letters without their look.</summary>
    public string Plain => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(r => r.Text));

    public static implicit operator RichText(string text) => FromString(text);

    public static RichText FromString(string text) => new(new TextRun(text ?? ""));

    public override string ToString() => Plain;

    /// <summary>The same text without blanks and the given marks at its end, then with <paramref name="mark"/>.</summary>
    internal RichText EndingWith(string mark)
    {
        var runs = Runs.ToList();
        while (runs.Count > 0)
        {
            var text = runs[^1].Text.TrimEnd(' ', '\n', '\t', ';', '.', ',');
            if (text.Length > 0)
            {
                runs[^1] = runs[^1] with { Text = text + mark };
                return new(runs);
            }

            runs.RemoveAt(runs.Count - 1);
        }

        return Empty;
    }
}
