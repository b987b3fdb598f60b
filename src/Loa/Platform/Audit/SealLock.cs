using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

/// <summary>
/// One sealer at a time, so that no work is done twice: within the program a semaphore, between servers an advisory lock of PostgreSQL, which is
/// freed with its connection also when the server dies. Writers take neither. That no batch is written twice does not rest on this.
/// </summary>
internal sealed class SealLock(LoaSettings settings) : IDisposable
{
    private const long Advisory = 0x4C6F615365616C; // "LoaSeal"
    private readonly SemaphoreSlim single = new(1, 1);

    public async Task<IAsyncDisposable?> TryTakeAsync(LoaDbContext db, CancellationToken cancellationToken)
    {
        if (!await single.WaitAsync(0, cancellationToken))
        {
            return null;
        }

        var held = new Held(this, db);
        try
        {
            if (!settings.UsesPostgres || await held.TakeAsync(cancellationToken))
            {
                return held;
            }
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }

        await held.DisposeAsync();
        return null;
    }

    public void Dispose() => single.Dispose();

    private sealed class Held(SealLock owner, LoaDbContext db) : IAsyncDisposable
    {
        private bool opened;

        /// <summary>Also while it is being asked for: an answer that never came may have been yes, and a pooled connection keeps its locks.</summary>
        private bool mayHold;

        public async Task<bool> TakeAsync(CancellationToken cancellationToken)
        {
            // The lock belongs to the session: the connection stays open until it is given back.
            await db.Database.OpenConnectionAsync(cancellationToken);
            opened = true;
            mayHold = true;
            return mayHold = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Advisory}) AS \"Value\"").SingleAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                if (mayHold)
                {
                    await db.Database.SqlQuery<bool>($"SELECT pg_advisory_unlock({Advisory}) AS \"Value\"").SingleAsync(CancellationToken.None);
                }

                if (opened)
                {
                    await db.Database.CloseConnectionAsync();
                }
            }
            finally
            {
                owner.single.Release();
            }
        }
    }
}
