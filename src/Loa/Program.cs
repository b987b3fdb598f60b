using Loa.Commands;
using Loa.Data;
using Loa.Modules;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Modules.Cadences;
using Loa.Modules.Circulations;
using Loa.Modules.Dashboards;
using Loa.Modules.Directives;
using Loa.Modules.Errors;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Loa.Modules.Gallery;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Modules.Tasks;
using Loa.Modules.WorkCalendar;
using Loa.Platform;
using Loa.Platform.Ui;

namespace Loa;

internal static class Program
{
    public static Task<int> Main(string[] args) => LoaCommand.Create().Parse(args).InvokeAsync();

    /// <summary>The web application as a table of contents; <c>loa serve</c> runs it and the tests host it.</summary>
    internal static WebApplication CreateApplication(LoaSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = LoaHosting.CreateBuilder(settings);
        builder.Services.AddData(settings);
        builder.Services.AddPlatform(settings);
        builder.Services.AddErrors();
        builder.Services.AddUi();
        builder.Services.AddAgencies();
        builder.Services.AddAccounts(settings);
        builder.Services.AddGallery();
        builder.Services.AddNotifications();
        builder.Services.AddPlans();
        builder.Services.AddTasks();
        builder.Services.AddCirculations();
        builder.Services.AddActivities();
        builder.Services.AddCadences();
        builder.Services.AddDashboards();
        builder.Services.AddAssessments();
        builder.Services.AddDirectives();
        builder.Services.AddExemplars();
        builder.Services.AddEvidenceFiles();
        builder.Services.AddReports();
        builder.Services.AddWorkCalendar();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UsePlatform();
        app.UseFirstRun();
        app.UseSecurity();
        app.UseSecondFactor();
        app.MapPlatform();
        app.MapHome();
        return app;
    }
}
