using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Lists;

/// <summary>The rules of a programme's lists laid out once for a reading, so that each row is asked each thing once.</summary>
internal sealed class ListRules
{
    private readonly DateTimeOffset _asOf;
    private readonly ImmutableArray<ImmutableArray<(int Subject, int Asked)>> _asked;
    private readonly FigureOf? _figures;
    private readonly string _phase;
    private readonly Programme _programme;
    private readonly int[] _read;
    private readonly ImmutableArray<ListSubject> _subjects;
    private readonly bool[] _told;

    public ListRules(Programme programme, string phase, DateTimeOffset asOf, FigureOf? figures)
    {
        (_programme, _phase, _asOf, _figures) = (programme, phase, asOf, figures);
        _subjects = [.. ListSubject.Of(programme)];
        _asked = [.. programme.ListDefinitions.Select(Asked)];
        _read = new int[_subjects.Length];
        _told = new bool[_subjects.Length];
    }

    /// <summary>Adds a row to the names of each list that it stands in, and says whether anything is unknown of it or told by no list.</summary>
    public (bool Unknown, bool Unlisted) Read(ParticipantProgress row, ReadOnlySpan<ImmutableArray<Participants.Participant>.Builder> names)
    {
        for (var i = 0; i < _read.Length; i++) _read[i] = _subjects[i].Concerns(_programme, row, _phase) ? _subjects[i].Read(_programme, row, _phase, _asOf) : -1;
        Array.Clear(_told);
        for (var list = 0; list < _asked.Length; list++)
        {
            if (!Holds(list, row)) continue;
            names[list].Add(row.Participant);
            foreach (var (subject, _) in _asked[list]) _told[subject] = true;
        }
        // What does not concern it has to be told by nobody.
        var (unknown, unlisted) = (false, false);
        for (var i = 0; i < _read.Length; i++)
        {
            unknown |= _read[i] == 0;
            unlisted |= _read[i] > 0 && !_told[i];
        }
        return (unknown, unlisted && !unknown);
    }

    private bool Holds(int list, ParticipantProgress row)
    {
        foreach (var (subject, asked) in _asked[list])
            if (_read[subject] < 0 || (_read[subject] & asked) == 0) return false;
        foreach (var rule in _programme.ListDefinitions[list].Measures)
            if (!rule.Holds(_figures?.Invoke(row.Participant, rule.Measure))) return false;
        return true;
    }

    private ImmutableArray<(int Subject, int Asked)> Asked(StatusListDefinition definition) =>
        [.. _subjects.Index().Select(s => (s.Index, Asked: s.Item.Asked(definition))).Where(s => s.Asked is not null).Select(s => (s.Index, s.Asked!.Value))];
}
