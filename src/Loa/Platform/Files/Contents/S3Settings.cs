namespace Loa.Platform.Files;

/// <summary>A bucket of a store that speaks S3. Its keys are in no log: not in its words either.</summary>
internal sealed record S3Settings(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, string Region)
{
    public const string DefaultRegion = "us-east-1";

    /// <summary>Null where nothing is said; half a setting stops the start.</summary>
    public static S3Settings? From(string? endpoint, string? bucket, string? accessKey, string? secretKey, string? region)
    {
        if ((endpoint ?? bucket ?? accessKey ?? secretKey) is null)
            return null;
        if (endpoint is null || bucket is null || accessKey is null || secretKey is null)
            throw new SettingsException("A store that speaks S3 needs LOA_S3_ENDPOINT, LOA_S3_BUCKET, LOA_S3_ACCESS_KEY and LOA_S3_SECRET_KEY.");
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new S3Settings(uri, bucket, accessKey, secretKey, region ?? DefaultRegion)
            : throw new SettingsException("LOA_S3_ENDPOINT must be an address such as https://s3.tinh.gov.vn.");
    }

    public override string ToString() => $"{Bucket} @ {Endpoint.Host}";
}
