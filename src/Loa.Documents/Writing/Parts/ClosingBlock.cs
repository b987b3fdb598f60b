namespace Loa.Documents.Writing.Parts;

/// <summary>Writes recipients and signature side by side in one row that is never split.</summary>
internal sealed class ClosingBlock(ParagraphPen text, AdministrativeDocument document)
{
    public void Write()
    {
        var right = Sheet.TextWidth(landscape: false) - Sheet.ClosingLeft;
        using (new LayoutTable(text.Pen, Sheet.ClosingLeft, right))
        {
            text.Pen.Start("tr");
            LayoutTable.NeverSplit(text.Pen);
            LayoutTable.Cell(text.Pen, Sheet.ClosingLeft, Recipients);
            LayoutTable.Cell(text.Pen, right, Signature);
            text.Pen.End();
        }
    }

    private void Recipients()
    {
        text.Write(Style.RecipientsTitle, "Nơi nhận:");
        foreach (var recipient in document.Recipients)
            text.Write(Style.Recipient, $"- {recipient.Trim().TrimEnd(';', '.', ',')};");
        text.Write(Style.Recipient, $"- Lưu: {document.Archive.Trim().TrimEnd(';', '.', ',')}.");
    }

    private void Signature()
    {
        foreach (var line in document.Signature.Authority)
            text.Write(Style.Authority, HeadingBlock.Capitals(line));
        text.Write(Style.Authority, HeadingBlock.Capitals(document.Signature.Title));
        text.Write(Style.SignerName, document.Signature.Name.Trim());
    }
}
