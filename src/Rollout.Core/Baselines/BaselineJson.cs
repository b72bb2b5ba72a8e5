using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Baselines;

/// <summary>
/// Reads a published state. Two forms: a list of the programme's status lists with their names (<c>[{number, count, provinces, codes?}]</c>,
/// as Appendix I was published), or a statement (<c>{completed: […], coversAll: [phase], services: [{state, at, participants | others}], figures: [{measure,
/// from, to, document?, note?, values: {name: number}}]}</c>).
/// A file with any mistake is refused whole, all its mistakes named.
/// </summary>
public static class BaselineJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the text of a file.</summary>
    /// <param name="programme">The programme whose lists it names.</param>
    /// <param name="participants">Who takes part.</param>
    /// <param name="file">The file's name, for the mistakes.</param>
    /// <param name="text">What it says.</param>
    public static (PublishedState? State, ImmutableArray<Mistake> Mistakes) Read(Programme programme, ParticipantSet participants, string file, string text)
    {
        try
        {
            var reader = new BaselineReader(programme, participants);
            var baseline = text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith('[')
                ? reader.Lists(JsonSerializer.Deserialize<ImmutableArray<BaselineRow>>(text.TrimStart('\uFEFF'), Options))
                : reader.Statement(JsonSerializer.Deserialize<BaselineStatement>(text.TrimStart('\uFEFF'), Options) ?? throw new JsonException(), programme.Baselines.FirstOrDefault(b => b.File == file));
            return reader.Mistakes.Count == 0 ? (baseline, []) : (null, [.. reader.Mistakes.Select(m => new Mistake(file, m.Line, 0, m.Message))]);
        }
        catch (JsonException e)
        {
            return (null, [new(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, Message.Of("json.syntax", e.Path ?? "$"))]);
        }
    }
}
