namespace Rollout.Simulator;

/// <summary>A scenario file cannot be used; the message says what is wrong and where.</summary>
public sealed class ScenarioException : Exception
{
    public ScenarioException(string message) : base(message)
    {
    }

    public ScenarioException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
