namespace Loa.Modules.Agencies;

/// <summary>Why a reorganisation cannot be recorded, in words for the officer: a key of the localizer and what fills it.</summary>
internal sealed class ChangeProblem(string message, params object[] arguments) : Exception(message)
{
    public object[] Arguments => arguments;
}
