using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Notifications.Sending;

internal sealed record MessageRow(Guid Id, string Channel, string Address, string Subject, MessageState State, int Attempts, DateTime CreatedAt, DateTime? FinishedAt, DateTime SendAfter, string? Problem, string? Detail)
{
    public bool MayRetry => State is MessageState.Failed or MessageState.Uncertain;

    public bool MayCancel => MayRetry || State == MessageState.Waiting;
}

/// <summary>What left the house and what did not. Never the words of a message: they may hold another person's link.</summary>
internal sealed partial class SendingModel(LoaDbContext db, Outbox outbox, IEnumerable<IChannel> channels, CurrentUser current, IStringLocalizer words, ILogger<SendingModel> logger) : PageModel
{
    [BindProperty(Name = "trang-thai", SupportsGet = true)]
    public string? StateKey { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public MessageState State { get; private set; }

    public Page<MessageRow> Messages { get; private set; } = null!;

    /// <summary>How many stand in the states that want an eye; what was sent is not counted, it only grows.</summary>
    public IReadOnlyDictionary<MessageState, long> Counts { get; private set; } = new Dictionary<MessageState, long>();

    public bool HasMail => channels.Any(channel => channel.Name == IChannel.Mail);

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        Counts = await db.Set<OutgoingMessage>().Where(message => MessageStates.Open.Contains(message.State)).GroupBy(message => message.State)
            .Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        State = MessageStates.Of(StateKey) ?? MessageStates.Open.FirstOrDefault(state => Counts.ContainsKey(state), MessageState.Sent);
        Messages = await db.Set<OutgoingMessage>().AsNoTracking().Where(message => message.State == State).OrderByDescending(message => message.OutgoingMessageId)
            .Select(message => new MessageRow(message.OutgoingMessageId, message.Channel, message.Address, message.Subject, message.State, message.Attempts, message.CreatedAt, message.FinishedAt, message.SendAfter, message.Problem, message.Detail))
            .ToPageAsync(PageNumber, cancellationToken);
    }

    /// <summary>Mail has its name also while no server is configured.</summary>
    public string TitleOf(string channel) => channel == IChannel.Mail ? words["Thư điện tử"].Value : channels.FirstOrDefault(known => known.Name == channel)?.Title ?? channel;

    public async Task<IActionResult> OnPostRetryAsync(Guid id)
    {
        var done = await outbox.RetryAsync(id, HttpContext.RequestAborted);
        return Answer(id, "retry", done, words["Thư sẽ được gửi lại ngay."]);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        var done = await outbox.CancelAsync(id, HttpContext.RequestAborted);
        return Answer(id, "cancel", done, words["Đã hủy; thư này sẽ không được gửi."]);
    }

    public async Task<IActionResult> OnPostTestAsync()
    {
        var me = await db.Set<User>().AsNoTracking().SingleAsync(user => user.Id == current.UserId, HttpContext.RequestAborted);
        outbox.Add(IChannel.Mail, me.Email!, words["Thư thử từ Loa"], words["Nếu bạn đọc được thư này, Loa gửi thư được và tiếng Việt hiện đúng."], null, $"test/{Guid.CreateVersion7()}");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Thư thử đến {0} đã vào hàng chờ; kết quả hiện ở trang này.", me.Email!]);
        return LocalRedirect(NotificationLinks.Outbox);
    }

    private LocalRedirectResult Answer(Guid id, string act, bool done, string text)
    {
        if (done)
        {
            LogDecided(current.UserId, act, id);
        }

        TempData.Flash(done ? Tone.Good : Tone.Warning, done ? text : words["Thư này vừa đổi trạng thái; hãy xem lại danh sách."]);
        return LocalRedirect($"{NotificationLinks.Outbox}?trang-thai={MessageStates.KeyOf(MessageStates.Of(StateKey) ?? MessageState.Waiting)}");
    }

    [LoggerMessage(410, LogLevel.Information, "User {UserId} chose to {Act} message {MessageId}")]
    private partial void LogDecided(Guid? userId, string act, Guid messageId);
}
