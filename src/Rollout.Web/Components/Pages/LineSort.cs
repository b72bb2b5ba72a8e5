using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Pages;

/// <summary>How the list of participants is sorted; it stands in the address as a column's key, with a minus for the other way round.</summary>
/// <param name="Column">The column's key.</param>
/// <param name="Down">Whether what ranks highest comes first.</param>
/// <param name="System">Place of the system, when the column is one.</param>
public sealed record LineSort(string Column, bool Down, int System)
{
    private const string Name = "name", Region = "region", Service = "service", Progress = "progress", Checks = "checks";

    /// <summary>The official order.</summary>
    public static LineSort Official { get; } = new(Name, false, -1);

    /// <summary>The columns of a programme, in their order.</summary>
    public static ImmutableArray<(string Key, string Title)> Columns(Texts texts, Programme programme)
    {
        var columns = ImmutableArray.CreateBuilder<(string, string)>();
        columns.Add((Name, Texts.Of(programme.ParticipantWord)));
        columns.Add((Region, texts["column.region"]));
        foreach (var system in programme.Systems) columns.Add((system.Key, Texts.Of(system.Short)));
        if (programme.Service is not null) columns.Add((Service, texts["column.service"]));
        columns.Add((Progress, texts["column.progress"]));
        columns.Add((Checks, texts["column.seen"]));
        return columns.ToImmutable();
    }

    /// <summary>Reads the word of an address; one it does not know means the official order.</summary>
    public static LineSort Read(Programme programme, string? word)
    {
        var column = word?.TrimStart('-') ?? Name;
        var system = programme.Systems.IndexOf(programme.FindSystem(column)!);
        return system >= 0 || column is Name or Region or Service or Progress or Checks ? new(column, word?.StartsWith('-') == true, system) : Official;
    }

    /// <summary>The word of the address that a click on a column's head leads to: first the most telling way, then the other, then back.</summary>
    public string? Next(string column)
    {
        var downFirst = column is not (Name or Region or Checks);
        if (Column != column) return downFirst ? $"-{column}" : column == Name ? null : column;
        return Down == downFirst ? (downFirst ? column : $"-{column}") : null;
    }

    /// <summary>What <c>aria-sort</c> says of a column.</summary>
    public string? Of(string column) => column != Column ? null : Down ? "descending" : "ascending";

    /// <summary>The sign at the head of a column.</summary>
    public string Sign(string column) => column != Column ? "" : Down ? "arrow-down" : "arrow-up";

    /// <summary>Sorts lines; those alike stay in official order.</summary>
    public IEnumerable<ParticipantLine> Order(IEnumerable<ParticipantLine> lines) => Column switch
    {
        Region => By(lines, l => l.Region, NameOrder.Instance),
        Service => By(lines, l => l.ServiceRank, null),
        Progress => By(lines, l => l.Done, null),
        Checks => By(lines, l => l.SeenRank, null),
        _ when System >= 0 => By(lines, l => l.Systems[System].Rank, null),
        _ => By(lines, l => l.Place, null),
    };

    private IEnumerable<ParticipantLine> By<T>(IEnumerable<ParticipantLine> lines, Func<ParticipantLine, T> key, IComparer<T>? comparer) =>
        (Down ? lines.OrderByDescending(key, comparer) : lines.OrderBy(key, comparer)).ThenBy(l => l.Place);
}
