using Loa.Platform.Files;

namespace Loa.Modules.Activities;

/// <param name="Name">As it is kept; it differs from the sent one where that said the content is something else.</param>
internal sealed record TakenFile(StoredFile File, ContentKind Kind, string Name, bool Renamed);

/// <summary>What happens to each file that proves something, however it came: told from its content, rid of what it says about place and device, kept by its hash. The caller saves.</summary>
internal sealed class EvidenceIntake(FileStore files, LoaSettings settings)
{
    /// <summary>Pictures are worked on as a whole, so not many at once.</summary>
    private static readonly SemaphoreSlim Pictures = new(2);

    /// <param name="path">A file of ours, which may be changed; the caller deletes it.</param>
    /// <exception cref="EvidenceRefusedException">With a sentence for the sender.</exception>
    public async Task<TakenFile> TakeAsync(string path, string sentName, CancellationToken cancellationToken)
    {
        var name = SafeFileName.From(sentName);
        try
        {
            var kind = Tell(path, name);
            var kept = kind.NameFor(name);
            var file = MetadataStripper.Knows(kind) ? await KeepPictureAsync(kind, path, kept, name, cancellationToken) : await KeepAsync(kind, path, kept, cancellationToken);
            file.ContentType = kind.Facts().Type;
            return new TakenFile(file, kind, kept, !string.Equals(kept, name, StringComparison.Ordinal));
        }
        catch (FileRefusedException refused)
        {
            throw new EvidenceRefusedException(refused.Refusal == FileRefusal.Empty ? EvidenceRefusal.Empty : EvidenceRefusal.TooLarge, name, refused);
        }
        catch (Exception problem) when (DiskSpace.IsFull(problem))
        {
            throw new EvidenceRefusedException(EvidenceRefusal.NoSpace, name, problem);
        }
    }

    private static ContentKind Tell(string path, string name)
    {
        using var content = File.OpenRead(path);
        if (content.Length is 0 or > Evidence.FileMost)
            throw new EvidenceRefusedException(content.Length == 0 ? EvidenceRefusal.Empty : EvidenceRefusal.TooLarge, name);
        return ContentTeller.Tell(content) switch
        {
            ContentKind.Heic => throw new EvidenceRefusedException(EvidenceRefusal.Heic, name),
            // Words could be a script; what is called one is not taken for words.
            ContentKind.Text when Path.GetExtension(name).ToLowerInvariant() is not (".txt" or ".csv" or ".md" or ".log" or "") => throw new EvidenceRefusedException(EvidenceRefusal.Unknown, name),
            { } kind => kind,
            null => throw new EvidenceRefusedException(EvidenceRefusal.Unknown, name),
        };
    }

    private async Task<StoredFile> KeepAsync(ContentKind kind, string path, string name, CancellationToken cancellationToken)
    {
        if (MovieStripper.Knows(kind))
        {
            await using var film = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            MovieStripper.Blank(film);
        }

        await using var content = File.OpenRead(path);
        return await files.SaveAsync(content, name, Evidence.FileMost, cancellationToken);
    }

    private async Task<StoredFile> KeepPictureAsync(ContentKind kind, string path, string name, string sentName, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > Evidence.PictureMost)
            throw new EvidenceRefusedException(EvidenceRefusal.PictureTooLarge, sentName);
        await Pictures.WaitAsync(cancellationToken);
        var bare = Path.Combine(UploadParts.FolderOf(settings), Guid.CreateVersion7().ToString("N") + UploadParts.Bare);
        try
        {
            await using (var output = File.Create(bare))
            {
                if (!MetadataStripper.Strip(kind, await File.ReadAllBytesAsync(path, cancellationToken), output))
                    throw new EvidenceRefusedException(EvidenceRefusal.Damaged, sentName);
            }

            await using var content = File.OpenRead(bare);
            return await files.SaveAsync(content, name, Evidence.PictureMost, cancellationToken);
        }
        finally
        {
            File.Delete(bare);
            Pictures.Release();
        }
    }
}
