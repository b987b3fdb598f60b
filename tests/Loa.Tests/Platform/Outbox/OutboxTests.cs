using Loa.Data;
using Loa.Platform;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loa.Tests.Platform.Outbox;

/// <summary>Mail through a real server, with its faults.</summary>
public abstract class OutboxTests(LoaHost host)
{
    private static string Address(string kind = "can-bo") => $"{kind}-{Guid.CreateVersion7():N}@thanhgiang.example";

    [Fact]
    public async Task Mail_Saved_ArrivesOnceWithItsLettersAndBothParts()
    {
        var address = Address();
        var id = await AddAsync(address, subject: "Mời bạn dùng Loa – Sở Nội vụ tỉnh Thanh Giang, kế hoạch cải cách hành chính năm 2026", html: "<p>Chào bạn, <b>đường dẫn</b> ở dưới.</p>");

        var sent = await WaitAsync(id, MessageState.Sent);

        var mail = MailServer.Shared.To(address).ShouldHaveSingleItem();
        mail.Recipients.ShouldBe([address]);
        mail.Subject.ShouldBe("Mời bạn dùng Loa – Sở Nội vụ tỉnh Thanh Giang, kế hoạch cải cách hành chính năm 2026");
        mail.Text.Trim().ShouldBe("Chào bạn,\n.\nMột dòng chỉ có dấu chấm đứng trên.");
        mail.Html.ShouldNotBeNull().Trim().ShouldBe("<p>Chào bạn, <b>đường dẫn</b> ở dưới.</p>");
        mail.From.ShouldBe("\"Loa Thanh Giang – Cải cách\" <loa@thanhgiang.example>");
        mail.MessageId.ShouldBe($"<{id:N}@thanhgiang.example>");
        mail.Headers["auto-submitted"].ShouldBe("Auto-Submitted: auto-generated");
        (sent.Attempts, sent.Text, sent.Html).ShouldBe((1, "", null));
    }

    [Fact]
    public async Task Add_SameKeyAgain_IsLeftOutAndTheCauseIsSaved()
    {
        var (address, key) = (Address(), $"k/{Guid.CreateVersion7()}");
        var first = await AddAsync(address, key: key);

        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var outbox = services.GetRequiredService<Loa.Platform.Outbox>();
            outbox.Add(IChannel.Mail, address, "Lần hai", "x", null, key);
            outbox.Add(IChannel.Mail, address, "Lần ba", "x", null, key);
            var user = await db.Set<Loa.Modules.Accounts.User>().FirstAsync();
            user.Title = "Chức vụ mới";
            await db.SaveChangesAsync();
        });

        await WaitAsync(first, MessageState.Sent);
        (await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Key == key))).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<Loa.Modules.Accounts.User>().AnyAsync(user => user.Title == "Chức vụ mới"))).ShouldBeTrue();
        MailServer.Shared.To(address).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Add_SameKeyFromManyAtOnce_OneIsWritten()
    {
        var (address, key) = (Address(), $"k/{Guid.CreateVersion7()}");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync(address, key: key))));

        (await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Key == key))).ShouldBe(1);
    }

    [Fact]
    public async Task Add_WhenTheCauseFails_IsNotWritten_AndIsWhenTheCauseIsMended()
    {
        var key = $"k/{Guid.CreateVersion7()}";
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            services.GetRequiredService<Loa.Platform.Outbox>().Add("no-such-channel", "x@y.example", "Tiêu đề", "x", null, key);
            var known = await db.Set<Loa.Modules.Accounts.RoleGrant>().AsNoTracking().FirstAsync();
            var broken = db.Add(new Loa.Modules.Accounts.RoleGrant { RoleGrantId = known.RoleGrantId, UserId = known.UserId, Role = known.Role });
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
            (await host.QueryAsync(other => other.Set<OutgoingMessage>().AnyAsync(message => message.Key == key))).ShouldBeFalse();

            broken.State = EntityState.Detached;
            await db.SaveChangesAsync();
        });

        (await host.QueryAsync(db => db.Set<OutgoingMessage>().AnyAsync(message => message.Key == key))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("a@b.example\r\nBcc: x@y.example", "Tiêu đề")]
    [InlineData("a@b.example", "Tiêu đề\nBcc: x@y.example")]
    [InlineData("a@b.example", "Tiêu đề\u2028x")]
    [InlineData("a@b.example", "")]
    public Task Add_LineBreakInAddressOrSubject_IsRefused(string address, string subject) => host.InScopeAsync(services =>
    {
        Should.Throw<ArgumentException>(() => services.GetRequiredService<Loa.Platform.Outbox>().Add(IChannel.Mail, address, subject, "x", null, "k"));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("cán-bộ@b.example")]
    [InlineData("@b.example")]
    public async Task Mail_AddressThatIsNone_FailsWithoutBeingTried(string address) =>
        (await WaitAsync(await AddAsync(address), MessageState.Failed)).Problem.ShouldBe(OutboxProblems.BadAddress);

    [Fact]
    public async Task Mail_ServerSaysLater_WaitsAndThenGoesOut()
    {
        var address = Address("later");
        var id = await AddAsync(address);

        var waiting = await WaitAsync(id, message => message is { State: MessageState.Waiting, Attempts: 1 });
        waiting.SendAfter.ShouldBeGreaterThan(waiting.CreatedAt.AddSeconds(59));
        waiting.Problem.ShouldBe(OutboxProblems.RefusedForNow);
        MailServer.Shared.To(address).ShouldBeEmpty();

        await DueNowAsync(id);
        (await WaitAsync(id, MessageState.Sent)).Attempts.ShouldBe(2);
        MailServer.Shared.To(address).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("never", OutboxProblems.BadAddress)]
    [InlineData("unwanted", OutboxProblems.Refused)]
    public async Task Mail_ServerSaysNever_FailsAtOnceAndSaysWhy(string kind, string problem)
    {
        var failed = await WaitAsync(await AddAsync(Address(kind)), MessageState.Failed);

        (failed.Attempts, failed.Problem).ShouldBe((1, problem));
        failed.Detail.ShouldNotBeNullOrEmpty();
        failed.Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Mail_LineBreaksAfterTheWords_IsUncertainAndOnlyAPersonSendsItAgain()
    {
        var address = Address("vanish");
        var id = await AddAsync(address);

        (await WaitAsync(id, MessageState.Uncertain)).Problem.ShouldBe(OutboxProblems.NoAnswer);
        await WaitAsync(await AddAsync(Address()), MessageState.Sent);
        MailServer.Shared.To(address).Count.ShouldBe(1);

        await host.InScopeAsync(services => services.GetRequiredService<Loa.Platform.Outbox>().RetryAsync(id, default));
        await WaitAsync(id, message => message is { State: MessageState.Uncertain, Attempts: 1 } && MailServer.Shared.To(address).Count == 2);
        MailServer.Shared.To(address).Select(mail => mail.MessageId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Mail_WhoseSenderDied_IsSetAsideAsUncertain()
    {
        var address = Address();
        // As a process leaves it that was killed between hand-over and answer.
        var id = await AddAsync(address, arrange: message =>
        {
            message.State = MessageState.Sending;
            message.Attempts = 1;
            message.LeaseId = Guid.CreateVersion7();
            message.LeaseUntil = message.CreatedAt.AddMinutes(-1);
        });

        (await WaitAsync(id, MessageState.Uncertain)).Problem.ShouldBe(OutboxProblems.Interrupted);
        MailServer.Shared.To(address).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mail_HeldByALivingSender_IsLeftAlone()
    {
        var id = await AddAsync(Address(), arrange: message => (message.State, message.LeaseId, message.LeaseUntil) = (MessageState.Sending, Guid.CreateVersion7(), message.CreatedAt.AddMinutes(4)));

        await WaitAsync(await AddAsync(Address()), MessageState.Sent);

        (await FindAsync(id)).State.ShouldBe(MessageState.Sending);
    }

    [Fact]
    public async Task Mail_ServerDown_WaitsLongerEachTimeAndFailsAtLast()
    {
        using var down = new MailServer();
        var worker = WorkerFor(down.Port, "tin-cay");
        var id = await AddAsync(Address(), channel: "tin-cay");
        down.Dispose();
        for (var attempt = 1; attempt <= OutboxWorker.BackOff.Count; attempt++)
        {
            (await worker.SendNextAsync(default)).ShouldBeTrue();
            var waiting = await FindAsync(id);
            (waiting.State, waiting.Attempts, waiting.Problem).ShouldBe((MessageState.Waiting, attempt, OutboxProblems.Unreachable));
            (waiting.SendAfter - DateTime.MinValue).ShouldBeGreaterThan(waiting.CreatedAt + OutboxWorker.BackOff[attempt - 1] - DateTime.MinValue);
            (await worker.SendNextAsync(default)).ShouldBeFalse("it is not due yet");
            await DueNowAsync(id);
        }

        await worker.SendNextAsync(default);
        (await FindAsync(id)).State.ShouldBe(MessageState.Failed);
    }

    [Fact]
    public async Task Mail_ServerDownThenUp_GoesOut()
    {
        var address = Address();
        int port;
        using (var first = new MailServer())
        {
            port = first.Port;
        }

        var worker = WorkerFor(port, "sap-len");
        var id = await AddAsync(address, channel: "sap-len");
        await worker.SendNextAsync(default);
        (await FindAsync(id)).State.ShouldBe(MessageState.Waiting);

        using var up = new MailServer(port);
        await DueNowAsync(id);
        await worker.SendNextAsync(default);
        (await FindAsync(id)).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task Mail_TwoWorkersAtOnce_EachMessageGoesOutOnce()
    {
        var workers = Enumerable.Range(0, 4).Select(_ => WorkerFor(MailServer.Shared.Port, "hai-noi")).ToList();
        var addresses = Enumerable.Range(0, 20).Select(_ => Address()).ToList();
        foreach (var address in addresses)
        {
            await AddAsync(address, channel: "hai-noi");
        }

        await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            while (await worker.SendNextAsync(default))
            {
            }
        })));

        await host.QueryAsync(db => db.Set<OutgoingMessage>().CountAsync(message => message.Channel == "hai-noi" && message.State == MessageState.Sent)).ContinueWith(count => count.Result.ShouldBe(20), TaskScheduler.Default);
        addresses.ShouldAllBe(address => MailServer.Shared.To(address).Count == 1);
    }

    [Fact]
    public async Task Mail_WrongPassword_WaitsAndThePasswordIsNowhere()
    {
        using var server = new MailServer(0, "loa", "right");
        var worker = WorkerFor(server.Port, "khoa", "loa:hush-hush@");
        var id = await AddAsync(Address(), channel: "khoa");

        await worker.SendNextAsync(default);

        var waiting = await FindAsync(id);
        (waiting.State, waiting.Problem).ShouldBe((MessageState.Waiting, OutboxProblems.SenderRefused));
        (waiting.Detail + string.Concat(host.Log.Entries.Select(entry => entry.Text))).ShouldNotContain("hush-hush");
        await DueNowAsync(id);
        await WorkerFor(server.Port, "khoa", "loa:right@").SendNextAsync(default);
        (await FindAsync(id)).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task Cancel_Waiting_IsNeverSentAndItsWordsAreForgotten()
    {
        var id = await AddAsync(Address(), channel: "khong-co-kenh");

        (await host.InScopeAsync(services => services.GetRequiredService<Loa.Platform.Outbox>().CancelAsync(id, default))).ShouldBeTrue();
        (await host.InScopeAsync(services => services.GetRequiredService<Loa.Platform.Outbox>().RetryAsync(id, default))).ShouldBeFalse();

        var cancelled = await FindAsync(id);
        (cancelled.State, cancelled.Text).ShouldBe((MessageState.Cancelled, ""));
    }

    private OutboxWorker WorkerFor(int port, string channel, string credentials = "")
    {
        var smtp = new SmtpChannel(SmtpSettings.Parse($"smtp://{credentials}127.0.0.1:{port}?from=loa@thanhgiang.example&tls=none"));
        return new OutboxWorker(host.Services.GetRequiredService<IServiceScopeFactory>(), [new NamedChannel(channel, smtp)], TimeProvider.System, NullLogger<OutboxWorker>.Instance);
    }

    private Task<Guid> AddAsync(string address, string subject = "Thông báo", string? html = null, string? key = null, string channel = IChannel.Mail, Action<OutgoingMessage>? arrange = null) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        services.GetRequiredService<Loa.Platform.Outbox>().Add(channel, address, subject, "Chào bạn,\n.\nMột dòng chỉ có dấu chấm đứng trên.", html, key ?? $"test/{Guid.CreateVersion7()}");
        var message = db.ChangeTracker.Entries<OutgoingMessage>().Single().Entity;
        arrange?.Invoke(message);
        await db.SaveChangesAsync();
        return message.OutgoingMessageId;
    });

    private Task<int> DueNowAsync(Guid id) => host.QueryAsync(db => db.Set<OutgoingMessage>().Where(message => message.OutgoingMessageId == id).ExecuteUpdateAsync(set => set.SetProperty(message => message.SendAfter, message => message.CreatedAt)));

    private Task<OutgoingMessage> FindAsync(Guid id) => host.QueryAsync(db => db.Set<OutgoingMessage>().AsNoTracking().SingleAsync(message => message.OutgoingMessageId == id));

    private Task<OutgoingMessage> WaitAsync(Guid id, MessageState state) => WaitAsync(id, message => message.State == state);

    private async Task<OutgoingMessage> WaitAsync(Guid id, Func<OutgoingMessage, bool> until)
    {
        for (var i = 0; i < 1200; i++)
        {
            var message = await FindAsync(id);
            if (until(message))
            {
                return message;
            }

            await Task.Delay(50);
        }

        var last = await FindAsync(id);
        throw new TimeoutException($"The message is still {last.State}: {last.Problem} {last.Detail}");
    }

    /// <summary>A channel of one test only, so that the host's own worker leaves its messages alone.</summary>
    private sealed class NamedChannel(string name, IChannel inner) : IChannel
    {
        public string Name => name;

        public string Title => name;

        public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => inner.SendAsync(message, cancellationToken);
    }
}

public sealed class MailSqliteHost : SqliteHost
{
    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Smtp = MailHosts.Smtp };
}

public sealed class MailPostgresHost : PostgresHost
{
    private protected override LoaSettings Adjust(LoaSettings settings) => settings with { Smtp = MailHosts.Smtp };
}

internal static class MailHosts
{
    public static string Smtp => $"smtp://127.0.0.1:{MailServer.Shared.Port}?from=%22Loa%20Thanh%20Giang%20%E2%80%93%20C%E1%BA%A3i%20c%C3%A1ch%22%20%3Cloa@thanhgiang.example%3E&tls=none";
}

public sealed class OutboxOnSqlite(MailSqliteHost host) : OutboxTests(host), IClassFixture<MailSqliteHost>;

public sealed class OutboxOnPostgres(MailPostgresHost host) : OutboxTests(host), IClassFixture<MailPostgresHost>;
