using Rollout.Core.Calendar;

namespace Rollout.Core.Programmes;

/// <summary>Reads that a programme is closed; one that does not say so is open. Whether its successor exists is asked here where the catalogue is known, and otherwise where the programmes come together.</summary>
internal static class ClosingReader
{
    public static ProgrammeClosing? Read(YamlSection root, IReadOnlyCollection<string>? programmes)
    {
        if (root.Section("closed", required: false) is not { } s) return null;
        var on = s.Instant("on") is { } at ? HanoiTime.DayOf(at) : default;
        var successor = s.Node("successor", required: false) is null ? null : s.Word("successor");
        var own = root.OptionalWord("key");
        if (successor is { Length: > 0 } && successor == own) s.Wrong(s.Node("successor")!, "yaml.closedItself", successor);
        else if (successor is { Length: > 0 } && programmes is not null) s.Known("successor", [.. programmes.Where(p => p != own)]);
        var note = s.Node("note", required: false) is null ? null : s.Text("note");
        s.Finish();
        return new(on, successor, note);
    }
}
