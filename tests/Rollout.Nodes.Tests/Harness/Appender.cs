using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Steps;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// A process that appends through the one way there is, from several tasks, until it is killed; says of each decision what was acknowledged:
/// its name and the numbers and hashes of its entries. Every decision has two entries, so that half of one would be seen.
/// </summary>
internal static class Appender
{
    public const string Word = "append";
    public const int Together = 2;
    private const int Tasks = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>How one is started on an installation; named, so that what it wrote is known for its own.</summary>
    public static Started Begin(StorageOptions storage, string name, Action<string>? said = null, TimeSpan clockAhead = default) => new(
        Started.Dotnet, ["exec", typeof(Appender).Assembly.Location, Word, name, storage.Folder, $"{storage.Provider}", storage.Connection, clockAhead.TotalSeconds.ToString(CultureInfo.InvariantCulture)], [], said);

    public static async Task<int> RunAsync(string[] words)
    {
        var (name, storage) = (words[0], new StorageOptions(words[1]) { Provider = Enum.Parse<StorageProvider>(words[2]), Connection = words[3] });
        var ahead = TimeSpan.FromSeconds(double.Parse(words[4], CultureInfo.InvariantCulture));
        using var book = new Book(storage, Wells.Catalog("5m"), new JumpingTime(ahead));
        // Whoever started it kills it long before; it does not outlive a test run that was broken off.
        await Task.WhenAny(Task.Delay(Longest), Task.WhenAll(Enumerable.Range(0, Tasks).Select(t => Task.Run(() => AppendAsync(book, $"{name}-{t}")))));
        return 0;
    }

    private static async Task AppendAsync(Book book, string name)
    {
        for (var i = 0; ; i++)
        {
            var said = $"{name}-{i}";
            ImmutableArray<StepCommand> commands =
                [.. Enumerable.Range(0, Together).Select(_ => new StepCommand.Comment(new(ActorKind.Monitor, said, "board"), new(Wells.Id(Wells.Codes[i % Wells.Count]), Wells.Phase, Wells.Dug), said, []))];
            var recorded = await book.Recorder.RecordAllAsync(Wells.Key, commands, CancellationToken.None);
            if (recorded[0].Refusal is null) await Acknowledge(said, recorded);
        }
    }

    /// <summary>One whole line, at once: what is cut off in the middle of it was not acknowledged.</summary>
    private static async Task Acknowledge(string said, ImmutableArray<Recorded> recorded) =>
        await Console.Out.WriteLineAsync($"{said} {string.Join(' ', recorded.SelectMany(r => r.Entries).Select(e => $"{e.Seq.ToString(CultureInfo.InvariantCulture)}:{e.Hash}"))} .");
}
