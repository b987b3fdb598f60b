namespace Loa.Data;

/// <summary>An entity with a concurrency token. The application sets it, so both databases behave alike.</summary>
internal interface IRevised
{
    long Revision { get; set; }
}
