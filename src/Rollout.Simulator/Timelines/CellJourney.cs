namespace Rollout.Simulator;

/// <summary>One step of one participant in one environment, from its start until it is done (or for ever stuck).</summary>
internal sealed class CellJourney(
    ScenarioFile file, WorkCalendar calendar, Diary diary, PaceGroup pace, string participant, string environment, PlannedStep step)
{
    private const string Participant = "participant";
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    private readonly StableRandom _random = StableRandom.For(file.Seed, participant, environment, step.Key);
    private readonly Story? _story = file.StoryOf(participant, environment, step.Key);

    private DateTimeOffset _began;
    private DateTimeOffset _now;
    private DateTimeOffset _written;

    /// <summary>When the step is done; null if it never will be.</summary>
    public DateTimeOffset? Run(DateTimeOffset begin, bool begun)
    {
        _now = begin;
        if (_story?.Start is { } told) MoveTo(told);
        _began = _now;
        if (!begun) Write(Participant, "start");
        if (!Stall()) return null;
        var worked = calendar.After(_now, _random.Between(pace.WorkDays) * step.Effort, _random);
        return step.Confirm is null ? MachineSettles(worked) : PeopleSettle(worked, step.Confirm);
    }

    /// <summary>A working day is enough for any prober to have seen the services a few times.</summary>
    private DateTimeOffset MachineSettles(DateTimeOffset worked)
    {
        ComeUp(_story?.Up ?? worked);
        return calendar.After(_now, 1, _random);
    }

    private DateTimeOffset PeopleSettle(DateTimeOffset worked, ConfirmRule confirm)
    {
        var sentBack = _story is null ? DrawReturn(worked) : _story.Return;
        if (sentBack is not null)
        {
            MoveTo(_story?.Report ?? worked);
            Write(Participant, "report");
            MoveTo(sentBack.At);
            Write(_random.Pick(confirm.Agencies), "return", sentBack.Note);
            worked = sentBack.Again;
        }

        var reported = sentBack is null ? _story?.Report ?? worked : worked;
        if (step.Roles is { Count: > 0 })
        {
            // A report soon after its service is up comes before any machine's evidence.
            ComeUp(_story?.Up ?? worked);
            MoveTo(_now.AddMinutes(_random.Between(45, 150)));
        }

        MoveTo(reported);
        Write(Participant, "report");
        foreach (var role in step.Shows ?? []) diary.ComeUp(environment, role, _now, _now);
        return Confirm(confirm);
    }

    private StoryReturn? DrawReturn(DateTimeOffset reported)
    {
        if (!_random.Chance(pace.ReturnChance) || NotesOn("return") is not { Count: > 0 } notes) return null;
        var at = calendar.After(reported, _random.Between(pace.ConfirmDays), _random);
        return new StoryReturn(at, _random.Pick(notes), calendar.After(at, _random.Between(pace.WorkDays) * step.Effort / 2, _random));
    }

    private DateTimeOffset Confirm(ConfirmRule confirm)
    {
        var reported = _now;
        var moments = (confirm.All ?? [_random.Pick(confirm.Agencies)])
            .Select(agency => (agency, At: _story?.Confirm ?? calendar.After(reported, _random.Between(pace.ConfirmDays), _random)))
            .OrderBy(moment => moment.At);
        foreach (var (agency, at) in moments)
        {
            MoveTo(at);
            Write(agency, "confirm");
        }

        return _now;
    }

    /// <summary>Says false when the step is held up for good.</summary>
    private bool Stall()
    {
        if (_story?.Block is { } told) return Block(file.Reasons.First(reason => reason.Key == told.Reason), told.At, told.Until);
        var reasons = file.Reasons.Where(reason => reason.Steps.Contains(step.Key)).ToList();
        if (_story is not null || reasons.Count == 0 || !_random.Chance(pace.StallChance)) return true;
        var at = calendar.After(_now, 1, _random);
        return Block(_random.Pick(reasons), at, calendar.After(at, _random.Between(pace.StallDays!), _random));
    }

    private bool Block(BlockReason reason, DateTimeOffset at, DateTimeOffset? until)
    {
        MoveTo(at);
        Write(new PersonEvent(_now, participant, environment, step.Key, Participant, "block", reason.Note, reason.On, reason.Kind));
        if (until is null) return false;
        MoveTo(until.Value);
        Write(Participant, "unblock", reason.Resolved);
        return true;
    }

    private void ComeUp(DateTimeOffset up)
    {
        MoveTo(up);
        foreach (var role in step.Roles ?? [])
        {
            if (role != step.Roles![0]) _now = _now.AddMinutes(_random.Between(30, 240));
            var handedOut = _now.AddDays(-_random.Between(0, 2));
            diary.ComeUp(environment, role, _now, handedOut > _began ? handedOut : _now);
        }
    }

    private void MoveTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;

    private void Write(string actor, string action, string? note = null) =>
        Write(new PersonEvent(_now, participant, environment, step.Key, actor, action, note ?? NoteOn(action), BlockedOn: null, BlockedKind: null));

    /// <summary>Two acts on a cell never share an instant: who sorts by time must find their order.</summary>
    private void Write(PersonEvent entry)
    {
        if (_now <= _written) _now = _written + OneMinute;
        _written = _now;
        diary.Write(entry with { At = _now });
    }

    private string? NoteOn(string action) => NotesOn(action) is { Count: > 0 } notes ? _random.Pick(notes) : null;

    private IReadOnlyList<string> NotesOn(string action) => step.Notes?.GetValueOrDefault(action) ?? [];
}
