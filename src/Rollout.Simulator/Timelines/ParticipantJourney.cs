namespace Rollout.Simulator;

/// <summary>A participant's way through its tracks, each begun when those before it are done, until its service opens.</summary>
internal sealed class ParticipantJourney(ScenarioFile file, WorkCalendar calendar, PaceGroup pace, string participant)
{
    private readonly Diary _diary = new(file.End);
    private readonly Dictionary<string, DateTimeOffset> _done = new(StringComparer.Ordinal);
    private readonly List<StartState> _starts = [.. file.Starts.Where(start => start.Participants.Contains(participant))];

    public Diary Run()
    {
        foreach (var track in file.Tracks)
        {
            if (_starts.Any(start => start.Done?.Contains(track.Key) == true)) StandDone(track);
            else if (pace.Takes(track.Key) && (track.After ?? []).All(_done.ContainsKey)) Walk(track);
        }

        Serve();
        return _diary;
    }

    private void StandDone(Track track)
    {
        _done[track.Key] = file.Start;
        foreach (var role in file.PartOf(track).Steps.SelectMany(step => step.Visible))
            _diary.ComeUp(track.Environment, role, file.Start, file.Start);
    }

    private void Walk(Track track)
    {
        var begun = _starts.Any(start => start.Begun?.Contains(track.Key) == true);
        var next = BeginOf(track);
        foreach (var step in file.PartOf(track).Steps)
        {
            var cell = new CellJourney(file, calendar, _diary, pace, participant, track.Environment, step);
            if (cell.Run(next, begun) is not { } finished) return;
            begun = false;
            next = finished.AddMinutes(10);
        }

        _done[track.Key] = next;
    }

    private DateTimeOffset BeginOf(Track track)
    {
        var random = StableRandom.For(file.Seed, participant, track.Environment, track.Part, "begin");
        var allowed = (track.After ?? []).Select(key => _done[key]).DefaultIfEmpty(file.Start).Max();
        if (IsTold(track)) return allowed;
        var soonest = track.After is { Count: > 0 } ? calendar.After(allowed, random.Between(track.GapDays), random) : allowed;
        if (pace.Begin?.TryGetValue(track.Key, out var window) != true) return soonest;
        var begin = calendar.In(window!, random);
        return begin > soonest ? begin : soonest;
    }

    /// <summary>A story about a track's first step says when the track begins: neither window nor gap has a say.</summary>
    private bool IsTold(Track track) => file.StoryOf(participant, track.Environment, file.PartOf(track).Steps[0].Key) is not null;

    private void Serve()
    {
        DateTimeOffset? opened = _starts.Any(start => start.ServiceOpen) ? file.Start : null;
        if (opened is null && _done.TryGetValue(file.Service.After, out var ready))
        {
            var random = StableRandom.For(file.Seed, participant, file.Service.Environment, "service");
            opened = calendar.After(ready, random.Between(file.Service.GapDays), random);
            Write(opened.Value, "openService", file.Service.Notes.Count > 0 ? random.Pick(file.Service.Notes) : null);
        }

        foreach (var interruption in file.Service.Interruptions.Where(told => told.Participant == participant && opened < told.From))
        {
            Write(interruption.From, "interruptService", interruption.Note);
            Write(interruption.Until, "openService", interruption.Resolved);
        }
    }

    private void Write(DateTimeOffset at, string action, string? note) =>
        _diary.Write(new PersonEvent(
            at, participant, file.Service.Environment, Step: "", file.Service.By, action, note, BlockedOn: null, BlockedKind: null));
}
