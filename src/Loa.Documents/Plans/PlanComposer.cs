using System.Globalization;
using Loa.Documents.Blocks;

namespace Loa.Documents.Plans;

/// <summary>Writes facts into the contract's shape and notes the passage and confidence of each under its JSON pointer.</summary>
internal sealed class PlanComposer
{
    private readonly Dictionary<string, IReadOnlyList<TextSpan>> _spans = new(512, StringComparer.Ordinal);
    private readonly Dictionary<string, double> _confidence = new(512, StringComparer.Ordinal);

    public static PlanReading Compose(PlanFacts facts, SourceDocument source)
    {
        var composer = new PlanComposer();
        var content = composer.Content(facts);
        return new PlanReading { Content = content, Source = source, Spans = composer._spans, Confidence = composer._confidence };
    }

    private PlanContent Content(PlanFacts facts) => new()
    {
        Document = Heading(facts.Heading),
        LegalBases = List(facts.Bases, "/legalBases", Basis),
        Sections = List(facts.Sections.Children, "/sections", Section),
        Purposes = Texts(facts.Purposes, "/purposes"),
        Requirements = Texts(facts.Requirements, "/requirements"),
        Audiences = Texts(facts.Audiences, "/audiences"),
        Topics = Texts(facts.Topics, "/topics"),
        Forms = List(facts.Forms, "/forms", (form, at) => new FormOfCommunication(Text(form.Text, at + "/text")!, form.Codes)),
        Targets = List(facts.Targets, "/targets", Target),
        Responsibilities = List(facts.Responsibilities, "/responsibilities", Responsible),
        Tasks = List(facts.Tasks, "/tasks", Task),
        Cadences = List(facts.Cadences, "/cadences", Promise),
        Reporting = List(facts.Reporting, "/reporting", Report),
        Budget = Budget(facts.Budget),
        ReportOutline = List(facts.ReportOutline, "/reportOutline", Outline),
        Unread = List(facts.Unread, "/unread", Unread),
    };

    private PlanHeading Heading(HeadingFacts facts)
    {
        const string At = "/document/";
        var signer = facts.Authority is null && facts.Capacity is null && facts.Title is null && facts.Name is null
            ? null
            : new Signer(Text(facts.Authority, At + "signer/authority"), Text(facts.Capacity, At + "signer/capacity"), Text(facts.Title, At + "signer/title"), Text(facts.Name, At + "signer/name"));
        if (facts.Date is { } date)
            Note(At + "date", date.From, 0.98);
        if (facts.Years is { } years)
        {
            Note(At + "year", years.From, 0.95);
            Note(At + "yearTo", years.From, 0.95);
        }

        if (facts.Reference is { } reference)
        {
            if (facts.Number is not null)
                Note(At + "number", reference.From, reference.Confidence);
            Note(At + "symbol", reference.From, reference.Confidence);
        }

        return new PlanHeading
        {
            Kind = Text(facts.Kind, At + "kind"),
            Promulgates = Text(facts.Promulgates, At + "promulgates"),
            ParentIssuer = Text(facts.ParentIssuer, At + "parentIssuer"),
            Issuer = Text(facts.Issuer, At + "issuer"),
            Reference = Text(facts.Reference, At + "reference"),
            Number = facts.Number,
            Symbol = facts.Symbol,
            Place = Text(facts.Place, At + "place"),
            Date = facts.Date?.Date,
            Subject = Text(facts.Subject, At + "subject"),
            Year = facts.Years?.Years.From,
            YearTo = facts.Years?.Years.To,
            Signer = signer,
            Recipients = Texts(facts.Recipients, At + "recipients"),
        };
    }

    private LegalBasis Basis(BasisFacts basis, string at)
    {
        Note(at + "/text", basis.From, basis.Basis.Reference is null ? 0.9 : 0.97);
        return basis.Basis;
    }

    private PlanSection Section(SectionNode node, string at)
    {
        if (!node.Number.IsEmpty)
            Note(at + "/number", node.Number, 0.99);
        if (!node.Title.IsEmpty)
            Note(at + "/title", node.Title, 0.97);
        var paragraphs = node.Items.Where(i => i.Node is null && i.Table is null && !i.Text.IsEmpty).Select(i => Fact.Of(i.Text)).ToList();
        return new PlanSection(Value(node.Number), Value(node.Title), Texts(paragraphs, at + "/paragraphs"), List(node.Children, at + "/children", Section));
    }

    private PlanTarget Target(TargetFacts target, string at)
    {
        Note(at + "/text", target.From, 0.9);
        if (target.Target.Value is not null)
            Note(at + "/value", target.From, 0.9);
        return target.Target;
    }

    private Responsibility Responsible(ResponsibilityFacts facts, string at) =>
        new(Text(facts.Agency, at + "/agency")!, facts.Request, Texts(facts.Duties, at + "/duties"));

    private PlannedTask Task(TaskFacts facts, string at)
    {
        if (facts.Timeframe is { } timeframe)
        {
            var confidence = timeframe.Timeframe.Kind == TimeframeKind.Text ? 0.4 : 0.95;
            Note(at + "/timeframe", timeframe.From, confidence);
            Note(at + "/timeframe/text", timeframe.From, confidence);
        }

        return new PlannedTask
        {
            Origin = facts.Origin,
            Annex = facts.Annex,
            Group = Text(facts.Group, at + "/group"),
            Number = Text(facts.Number, at + "/number"),
            Content = Text(facts.Content, at + "/content")!,
            Detail = Text(facts.Detail, at + "/detail"),
            Lead = Texts(facts.Lead, at + "/lead"),
            Coordinating = Texts(facts.Coordinating, at + "/coordinating"),
            Product = Text(facts.Product, at + "/product"),
            Timeframe = facts.Timeframe?.Timeframe,
        };
    }

    private Cadence Promise(CadenceFacts facts, string at)
    {
        Note(at + "/text", facts.From, 0.85);
        return facts.Cadence with { Agencies = Texts(facts.Agencies, at + "/agencies") };
    }

    private ReportingDuty Report(ReportingFacts facts, string at)
    {
        Note(at + "/text", facts.From, 0.85);
        return facts.By.Count > 0 ? facts.Duty with { By = Texts(facts.By, at + "/by") } : facts.Duty;
    }

    private OutlineSection Outline(SectionNode node, string at)
    {
        if (!node.Title.IsEmpty)
            Note(at + "/title", node.Title, 0.95);
        return new OutlineSection(Value(node.Number), Value(node.Title), Texts([.. node.Leaves().Where(l => !l.Text.IsEmpty).Select(l => Fact.Of(l.Text))], at + "/paragraphs"))
        {
            // What is said on one line is a paragraph, see SectionNode.Leaves.
            Children = List([.. node.Children.Where(child => child.Items.Count > (child.Whole.IsEmpty ? 0 : 1))], at + "/children", Outline),
        };
    }

    private UnreadItem Unread(UnreadFacts facts, string at)
    {
        Note(at + "/text", facts.From, 0.5);
        return new UnreadItem(facts.From.Text.Replace('\n', ' '), facts.Why);
    }

    private string? Budget(List<SourceText> paragraphs)
    {
        var text = SourceText.Join("\n", paragraphs);
        if (text.IsEmpty)
            return null;
        Note("/budget", text, 0.95);
        return text.Text;
    }

    private List<string> Texts(IReadOnlyList<Fact> facts, string at)
    {
        var texts = new List<string>(facts.Count);
        for (var i = 0; i < facts.Count; i++)
            texts.Add(Text(facts[i], Pointer(at, i))!);
        return texts;
    }

    private static List<TResult> List<T, TResult>(IEnumerable<T> facts, string at, Func<T, string, TResult> map)
    {
        var list = new List<TResult>();
        foreach (var fact in facts)
            list.Add(map(fact, Pointer(at, list.Count)));
        return list;
    }

    private string? Text(Fact? fact, string at)
    {
        if (fact is not { } known)
            return null;
        Note(at, known.From, known.Confidence);
        return known.Value;
    }

    private static string? Value(SourceText text) => text.IsEmpty ? null : text.Text;

    private void Note(string at, SourceText from, double confidence)
    {
        _spans[at] = from.Spans();
        _confidence[at] = confidence;
    }

    private static string Pointer(string at, int index) => string.Create(CultureInfo.InvariantCulture, $"{at}/{index}");
}
