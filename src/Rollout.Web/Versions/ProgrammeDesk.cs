using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;
using Rollout.Storage.Versions;
using Rollout.Web.Accounts;

namespace Rollout.Web.Versions;

/// <summary>What administrators do to the programmes: look at them, try a new version, and have it kept for the next start.</summary>
public sealed class ProgrammeDesk(AdminGate gate, VersionReading reading, ProgrammeVersions versions, ProgrammeCatalog catalog, SecurityLog log)
{
    private const string What = "programmes";
    private const int LongestReason = 500;

    /// <summary>The programmes that are served or wait for the start.</summary>
    public AdminAnswer<ImmutableArray<ProgrammeServed>> All(Caller caller) => gate.Lets(caller, What) ? reading.All() : AdminGate.Refusal;

    /// <summary>What would come of keeping a file; changes nothing.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="text">The file.</param>
    /// <param name="programme">The programme that it is to be; null to take the file's word for it.</param>
    public AdminAnswer<VersionPreview> Preview(Caller caller, string text, string? programme) => gate.Lets(caller, What) ? reading.Preview(text, programme) : AdminGate.Refusal;

    /// <summary>The text of a version, or of what is served.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="number">The version; null for what is served.</param>
    public AdminAnswer<string> Text(Caller caller, string programme, int? number)
    {
        if (!gate.Lets(caller, What)) return AdminGate.Refusal;
        var text = number is { } n ? versions.Find(programme, n)?.Text : catalog.Find(programme)?.Origin?.Text;
        return text is null ? new FieldMistake("", Message.Of("version.unknown")) : text;
    }

    /// <summary>Keeps a version: it takes effect when the server is started again. Nothing that has entries is dropped unless each loss is agreed to.</summary>
    public AdminAnswer<ProgrammeVersion> Keep(Caller caller, VersionWish wish)
    {
        if (!gate.Lets(caller, What)) return AdminGate.Refusal;
        var preview = reading.Preview(wish.Text, wish.Programme);
        if (preview.Programme is not { } programme) return new FieldMistake("text", Message.Of("version.mistakes", $"{preview.Mistakes.Length}"));
        var mistakes = ImmutableArray.CreateBuilder<FieldMistake>();
        var reason = wish.Reason.Trim();
        if (reason.Length is 0 or > LongestReason) mistakes.Add(new("reason", Message.Of("version.reason", $"{LongestReason}")));
        var open = preview.Effect!.Losses.Select(l => l.Word).Except(wish.Losses, StringComparer.Ordinal).ToList();
        if (open.Count > 0) mistakes.Add(new("losses", Message.Of("version.losses", string.Join(", ", open))));
        if (mistakes.Count > 0) return new(null, mistakes.ToImmutable());
        if (versions.Keep(programme.Key, wish.After ?? preview.After, wish.Text, caller.Name, reason) is not { } kept) return new FieldMistake("", Message.Of("version.stale"));
        var lost = preview.Effect.Losses.IsEmpty ? "" : $"; losses: {string.Join(", ", preview.Effect.Losses.Select(l => l.Word))}";
        log.Write(SecurityKinds.ProgrammeKept, $"{kept.Programme} {kept.Number}", caller.Name, caller.Address, $"sha256: {kept.Sha256}{lost}; {reason}");
        return kept;
    }
}
