using Rollout.Core.Boards;
using Rollout.Core.Steps;

namespace Rollout.Web.Components.Matrix;

/// <summary>The participants picked for one action. They stay picked while the filter or the board changes.</summary>
public sealed class PickedRows
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private string? _last;

    /// <summary>How many are picked.</summary>
    public int Count => _codes.Count;

    /// <summary>Whether a participant is picked.</summary>
    public bool Contains(string code) => _codes.Contains(code);

    /// <summary>Whether all of these are picked, and there are any.</summary>
    public bool HasAll(IReadOnlyList<ParticipantProgress> rows) => rows.Count > 0 && rows.All(r => _codes.Contains(r.Participant.Code));

    /// <summary>How many are picked that are not among these.</summary>
    public int Outside(IReadOnlyList<ParticipantProgress> rows) => Count - rows.Count(r => _codes.Contains(r.Participant.Code));

    /// <summary>The picked rows in official order.</summary>
    public IEnumerable<ParticipantProgress> Of(Board board) => board.Rows.Where(r => _codes.Contains(r.Participant.Code));

    /// <summary>Picks one or lets it go, or with it all between it and the one before.</summary>
    /// <param name="rows">The rows as they are shown.</param>
    /// <param name="code">Code of the participant.</param>
    /// <param name="on">Whether it is picked.</param>
    /// <param name="range">Whether those since the one before are meant, too.</param>
    public void Set(IReadOnlyList<ParticipantProgress> rows, string code, bool on, bool range)
    {
        var (to, from) = (Place(rows, code), range ? Place(rows, _last) : -1);
        if (to < 0) return;
        if (from < 0) from = to;
        for (var i = Math.Min(from, to); i <= Math.Max(from, to); i++) Set(rows[i].Participant.Code, on);
        _last = code;
    }

    /// <summary>Picks all of these or lets them go; the others stay what they are.</summary>
    public void SetAll(IReadOnlyList<ParticipantProgress> rows, bool on)
    {
        foreach (var row in rows) Set(row.Participant.Code, on);
        _last = null;
    }

    /// <summary>Lets all go.</summary>
    public void Clear()
    {
        _codes.Clear();
        _last = null;
    }

    private void Set(string code, bool on)
    {
        if (on) _codes.Add(code);
        else _codes.Remove(code);
    }

    private static int Place(IReadOnlyList<ParticipantProgress> rows, string? code)
    {
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Participant.Code == code) return i;
        return -1;
    }
}
