using Loa.Modules.Notifications;
using Loa.Tests.Infrastructure;
using Loa.Tests.Platform.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Notifications;

/// <summary>The province with a mail server, two kinds of notification and a calendar source, as a module above would register them.</summary>
public sealed class NotifySqliteHost : SqliteHost
{
    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Smtp = MailHosts.Smtp, PublicUrl = "https://loa.thanhgiang.example" };

    private protected override void Configure(WebApplicationBuilder builder) => SampleKinds.Register(builder.Services);
}

public sealed class NotifyPostgresHost : PostgresHost
{
    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Smtp = MailHosts.Smtp, PublicUrl = "https://loa.thanhgiang.example" };

    private protected override void Configure(WebApplicationBuilder builder) => SampleKinds.Register(builder.Services);
}

internal static class SampleKinds
{
    public const string Task = "test.task";
    public const string Duty = "test.duty";

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new NotificationKind(Task, "Việc mới"));
        services.AddSingleton(new NotificationKind(Duty, "Việc bắt buộc", IsMandatory: true));
        services.AddScoped<ICalendarSource, SampleDays>();
    }

    private sealed class SampleDays : ICalendarSource
    {
        public string Title => "Hạn của nhiệm vụ";

        public async IAsyncEnumerable<CalendarItem> ItemsAsync(Guid userId, DateOnly from, DateOnly to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await System.Threading.Tasks.Task.CompletedTask;
            yield return new CalendarItem($"sample-{userId:N}@loa", "Nộp báo cáo tuyên truyền cải cách hành chính của đơn vị về Sở Nội vụ để tổng hợp", from.AddDays(100), null, null, "/ke-hoach", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        }
    }
}
