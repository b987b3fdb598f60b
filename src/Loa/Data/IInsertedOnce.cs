namespace Loa.Data;

/// <summary>
/// An entity that its unique index keeps from existing twice: added again it is left out without an error, also when two
/// transactions add it at the same time. It is written by <see cref="InsertOnceInterceptor"/> and not tracked afterwards.
/// </summary>
internal interface IInsertedOnce;
