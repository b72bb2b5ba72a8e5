using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Lists;

/// <summary>The rules of a programme's lists laid out once for a reading, so that each row is asked each thing once.</summary>
internal sealed class ListRules
{
    /// <summary>What does not concern a row: as far as is known, or at all.</summary>
    private const int Perhaps = -2, Never = -1;

    private readonly DateTimeOffset _asOf;
    private readonly ImmutableArray<ImmutableArray<(int Subject, int Asked)>> _asked;
    private readonly LatestFigures _figures;
    private readonly string _phase;
    private readonly Programme _programme;
    private readonly int[] _read;
    private readonly ImmutableArray<ListSubject> _subjects;
    private readonly bool[] _told;
    private readonly (bool Known, bool Unknown)[] _said;

    public ListRules(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        (_programme, _phase, _asOf) = (programme, phase, asOf);
        _figures = new(board);
        _subjects = [.. ListSubject.Of(programme)];
        _asked = [.. programme.ListDefinitions.Select(Asked)];
        _read = new int[_subjects.Length];
        _told = new bool[_subjects.Length];
        _said = new (bool, bool)[_asked.Length];
    }

    /// <summary>Adds a row to the names of each list that it stands in, and says whether anything is unknown of it or told by no list.</summary>
    public (bool Unknown, bool Unlisted) Read(ParticipantProgress row, ReadOnlySpan<ImmutableArray<Participants.Participant>.Builder> names)
    {
        for (var i = 0; i < _read.Length; i++) _read[i] = Read(_subjects[i], row);
        Array.Clear(_told);
        for (var list = 0; list < _asked.Length; list++)
        {
            var holds = Holds(list, row);
            _said[list] = (_said[list].Known || holds == true || IsElsewhere(list), _said[list].Unknown || holds is null || MayConcern(list));
            if (holds != true) continue;
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

    private int Read(ListSubject subject, ParticipantProgress row) =>
        subject.Concerns(_programme, row, _phase) ? subject.Read(_programme, row, _phase, _asOf)
        : subject.MayConcern(_programme, row, _phase, _asOf) ? Perhaps : Never;

    /// <summary>Whether of no row that was read it is known if a list's rule applies.</summary>
    public bool NothingKnown(int list) => _said[list] is { Known: false, Unknown: true };

    /// <summary>Whether the row under reading is known not to be as a list asks; what does not concern it says nothing.</summary>
    private bool IsElsewhere(int list)
    {
        foreach (var (subject, asked) in _asked[list])
            if (_read[subject] > 0 && (_read[subject] & asked) == 0) return true;
        return false;
    }

    private bool MayConcern(int list)
    {
        foreach (var (subject, _) in _asked[list])
            if (_read[subject] == Perhaps) return true;
        return false;
    }

    /// <summary>Whether the rule of a list applies to the row under reading; null while that is not known.</summary>
    private bool? Holds(int list, ParticipantProgress row)
    {
        var unknown = false;
        foreach (var (subject, asked) in _asked[list])
            if (_read[subject] == 0) unknown = true;
            else if (_read[subject] < 0 || (_read[subject] & asked) == 0) return false;
        foreach (var rule in _programme.ListDefinitions[list].Measures)
            if (!rule.Holds(_figures.Of(row.Participant, rule.Measure))) return false;
        return unknown ? null : true;
    }

    private ImmutableArray<(int Subject, int Asked)> Asked(StatusListDefinition definition) =>
        [.. _subjects.Index().Select(s => (s.Index, Asked: s.Item.Asked(definition))).Where(s => s.Asked is not null).Select(s => (s.Index, s.Asked!.Value))];
}
