using System.CommandLine;
using Loa.Commands.Demo;
using Loa.Modules.Plans.Import.Reading;

namespace Loa.Commands;

/// <summary>The command line of the one executable. Without a command it serves.</summary>
internal static class LoaCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Loa: administrative-reform communication plans, from the document to what was done.")
        {
            DbCommand.Create(),
            UserCommand.Create(),
            AuditCommand.Create(),
            CountersCommand.Create(),
            FilesCommand.Create(),
            ImageCommand.Create(),
            DemoCommand.Create(),
            new Command("plan", "Reads plan documents.") { PlanReadCommand.Create(), ReadForImportCommand.Create() },
            new Command("document", "Checks documents.") { DocumentCheckCommand.Create() },
        };
        root.Add(ServeCommand.Create());
        ServeCommand.Configure(root);
        return root;
    }
}
