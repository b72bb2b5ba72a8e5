using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Monitoring;

/// <summary>How the probes are sorted; it stands in the address as a column's key, with a minus for the other way round.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="Down">Whether what ranks highest comes first.</param>
public sealed record ProbeSort(string Column, bool Down)
{
    private const string Name = "name", Step = "step", State = "state", Streak = "streak", Latency = "latency", Owner = "owner", Certificate = "certificate", At = "at";

    private static readonly ImmutableArray<string> Keys = [Name, Step, State, Streak, Latency, Owner, Certificate, At];

    /// <summary>What needs an eye comes first.</summary>
    public static ProbeSort Usual { get; } = new(State, false);

    /// <summary>The columns, in their order.</summary>
    public static ImmutableArray<(string Key, string Title)> Columns(Texts texts, Programme programme) =>
        [.. Keys.Select(key => (key, key == Name ? Texts.Of(programme.ParticipantWord) : texts[$"probes.column.{key}"]))];

    /// <summary>Reads the word of an address; one it does not know means the usual order.</summary>
    public static ProbeSort Read(string? word) => word?.TrimStart('-') is { } column && Keys.Contains(column) ? new(column, word.StartsWith('-')) : Usual;

    /// <summary>The word of the address that a click on a column's head leads to: one way, the other, and back.</summary>
    public string? Next(string column) => Column != column ? column == State ? null : column : Down ? null : $"-{column}";

    /// <summary>What <c>aria-sort</c> says of a column.</summary>
    public string? Of(string column) => column != Column ? null : Down ? "descending" : "ascending";

    /// <summary>The sign at the head of a column.</summary>
    public string Sign(string column) => column != Column ? "" : Down ? "arrow-down" : "arrow-up";

    /// <summary>Sorts lines; those alike stay in official order.</summary>
    public IEnumerable<ProbeLine> Order(IEnumerable<ProbeLine> lines) => Column switch
    {
        Step => By(lines, l => l.Steps.IsEmpty ? l.Probe.Key : l.Steps[0], StringComparer.Ordinal),
        State => By(lines, l => Rank(l.State), null),
        Streak => By(lines, l => l.Streak.Passes - (l.Streak.Failures * 100_000), null),
        Latency => By(lines, l => -(l.Latest?.Timings.Total ?? -1), null),
        Owner => By(lines, l => l.Fault?.Owner ?? "\uffff", StringComparer.Ordinal),
        Certificate => By(lines, l => l.CertificateEnds ?? DateTimeOffset.MaxValue, null),
        At => By(lines, l => l.Latest?.At ?? DateTimeOffset.MinValue, null),
        _ => By(lines, l => l.Place, null),
    };

    private IEnumerable<ProbeLine> By<T>(IEnumerable<ProbeLine> lines, Func<ProbeLine, T> key, IComparer<T>? comparer) =>
        (Down ? lines.OrderByDescending(key, comparer) : lines.OrderBy(key, comparer)).ThenBy(l => l.Place);

    private static int Rank(VerificationState state) => state switch
    {
        VerificationState.Failing => 0,
        VerificationState.Stale => 1,
        VerificationState.NotObservable => 2,
        _ => 3,
    };
}
