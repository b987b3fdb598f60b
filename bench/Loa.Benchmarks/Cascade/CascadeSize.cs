namespace Loa.Benchmarks.Cascade;

/// <param name="Provinces">Each with its own plans.</param>
/// <param name="Agencies">In one province, itself not counted.</param>
/// <param name="Plans">Of one province, each with <paramref name="Tasks"/> tasks for every agency of it.</param>
internal sealed record CascadeSize(string Name, int Provinces, int Agencies, int Plans, int Tasks)
{
    /// <summary>400 agencies, about 100,000 assignments.</summary>
    public static readonly CascadeSize Province = new("province", 1, 400, 12, 20);

    /// <summary>34 provinces, about 4,100 agencies and 1,000,000 assignments.</summary>
    public static readonly CascadeSize Country = new("country", 34, 120, 12, 20);
}
