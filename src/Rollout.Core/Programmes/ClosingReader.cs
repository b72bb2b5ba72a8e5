using Rollout.Core.Calendar;

namespace Rollout.Core.Programmes;

/// <summary>Reads that a programme is closed; one that does not say so is open. Whether its successor exists is asked where the programmes come together.</summary>
internal static class ClosingReader
{
    public static ProgrammeClosing? Read(YamlSection root)
    {
        if (root.Section("closed", required: false) is not { } s) return null;
        var on = s.Instant("on") is { } at ? HanoiTime.DayOf(at) : default;
        var successor = s.Node("successor", required: false) is null ? null : s.Word("successor");
        if (successor is { Length: > 0 } && successor == root.OptionalWord("key")) s.Wrong(s.Node("successor")!, "yaml.closedItself", successor);
        var note = s.Node("note", required: false) is null ? null : s.Text("note");
        s.Finish();
        return new(on, successor, note);
    }
}
