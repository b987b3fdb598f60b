using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Loa.Platform.Files;

/// <summary>Contents in a bucket of a store that speaks S3: <c>ab/abcd…</c>, as in the folder.</summary>
internal sealed class S3Contents(S3Settings settings, LoaSettings loa, TimeProvider time) : IFileContents, IDisposable
{
    /// <summary>Kept again before this is over, a content is not sent once more.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(20);

    private readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
    {
        ServiceURL = settings.Endpoint.ToString(),
        ForcePathStyle = true,
        AuthenticationRegion = settings.Region,
        // Checksums in trailers are of one vendor; the name of a content is its checksum.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        Timeout = TimeSpan.FromMinutes(5),
        MaxErrorRetry = 2,
    });

    public string Place => settings.ToString();

    public Stream OpenRead(string sha256, long length) => new S3ReadStream(client, settings.Bucket, KeyOf(sha256), length);

    public async Task<LocalContent> LocalAsync(string sha256, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(loa.FilesFolder, FileStore.Incoming));
        var copy = new LocalContent(Path.Combine(folder.FullName, Guid.CreateVersion7().ToString("N")), isCopy: true);
        try
        {
            using var answer = await client.GetObjectAsync(settings.Bucket, KeyOf(sha256), cancellationToken);
            await using var file = File.Create(copy.Path);
            await answer.ResponseStream.CopyToAsync(file, cancellationToken);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public async Task KeepAsync(string sha256, long length, string path, CancellationToken cancellationToken)
    {
        if (await FindAsync(sha256, cancellationToken) is { } kept && kept.Length == length && kept.KeptAt > time.GetUtcNow().UtcDateTime - Fresh)
            return;
        await using var content = File.OpenRead(path);
        await client.PutObjectAsync(new PutObjectRequest { BucketName = settings.Bucket, Key = KeyOf(sha256), InputStream = content, ContentType = SafeContentType.Bytes, UseChunkEncoding = false }, cancellationToken);
    }

    public async Task<KeptContent?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.GetObjectMetadataAsync(settings.Bucket, KeyOf(sha256), cancellationToken);
            return new KeptContent(sha256, found.ContentLength, Utc(found.LastModified));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken) => client.DeleteObjectAsync(settings.Bucket, KeyOf(sha256), cancellationToken);

    public async IAsyncEnumerable<KeptContent> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = prefix + "/" };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
                yield return new KeptContent(found.Key[(prefix.Length + 1)..], found.Size ?? 0, Utc(found.LastModified));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => client.Dispose();

    private DateTime Utc(DateTime? at) => at?.ToUniversalTime() ?? time.GetUtcNow().UtcDateTime;

    private static string KeyOf(string sha256) => $"{sha256[..2]}/{sha256}";
}
