using System.Text;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Blocks.Helpers;

/// <summary>Converts old <c>.doc</c> and <c>.rtf</c> files with LibreOffice, in a profile of their own that follows no links and runs no macros.</summary>
internal static class OldWordReader
{
    // A cold start of LibreOffice alone can take longer than reading anything else.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        if (FileKinds.IsEncryptedOldWord(bytes.Span))
            throw new DocumentException(DocumentFailure.Encrypted);
        if (HelperProgram.Find(HelperProgram.Office.Name) == null)
            throw new DocumentException(DocumentFailure.HelperMissing, HelperProgram.Office.Package);
        using var folder = new WorkFolder();
        var name = bytes.Span[0] == '{' ? "source.rtf" : "source.doc";
        var source = folder.Write(name, bytes.Span);
        Directory.CreateDirectory(folder.PathOf("profile/user"));
        folder.Write("profile/user/registrymodifications.xcu", Encoding.UTF8.GetBytes(Profile));
        budget.Options.Progress?.Report(new ReadProgress(ReadStage.Converting, 0, 1));
        budget.Extend(Patience);
        var profile = new Uri(folder.PathOf("profile")).AbsoluteUri;
        HelperProgram.Office.Run(
            [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", folder.FullName, source],
            output => output.CopyTo(Stream.Null), budget, folder.FullName);
        budget.Extend(budget.Limits.Time);
        var converted = new FileInfo(folder.PathOf("source.docx"));
        if (!converted.Exists)
            throw new DocumentException(DocumentFailure.Damaged);
        if (converted.Length > budget.Limits.FileBytes)
            throw new DocumentException(DocumentFailure.TooLarge);
        budget.Options.Progress?.Report(new ReadProgress(ReadStage.Converting, 1, 1));
        return DocxReader.Read(File.ReadAllBytes(converted.FullName), budget, SourceFormat.Doc);
    }
}
