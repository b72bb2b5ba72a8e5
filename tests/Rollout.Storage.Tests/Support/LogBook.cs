using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Rollout.Storage.Tests.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogBook<T> : ILogger<T>
{
    private readonly TaskCompletionSource _warned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = [];

    /// <summary>Something was said that should not be overlooked.</summary>
    public Task Warned => _warned.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue((logLevel, formatter(state, exception)));
        if (logLevel >= LogLevel.Warning) _warned.TrySetResult();
    }
}
