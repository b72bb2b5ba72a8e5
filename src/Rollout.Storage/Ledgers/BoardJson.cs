using System.Collections.Immutable;
using System.Text.Json;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// A board as a checkpoint keeps it. Phases and steps are written by key, so that a changed programme file is noticed: a checkpoint that no
/// longer fits is not read, and the ledger is folded again.
/// </summary>
internal static class BoardJson
{
    public static void Write(Stream output, Board board)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("shape", FormOf(board.Programme));
        json.WriteNumber("seq", board.Seq);
        json.WriteStartArray("rows");
        foreach (var row in board.Rows) WriteRow(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static Board? Read(Stream input, ProgrammeCatalog.Item item)
    {
        using var json = JsonDocument.Parse(input);
        if (json.RootElement.GetProperty("shape").GetString() != FormOf(item.Programme)) return null;
        var rows = new List<ParticipantProgress>(item.Participants.Count);
        foreach (var row in json.RootElement.GetProperty("rows").EnumerateArray())
        {
            if (rows.Count == item.Participants.Count || item.Participants.All[rows.Count].Code != row.GetProperty("code").GetString()) return null;
            rows.Add(ReadRow(row, item.Programme, item.Participants.All[rows.Count]));
        }
        var seq = json.RootElement.GetProperty("seq").GetInt64();
        return rows.Count == item.Participants.Count ? Board.From(item.Programme, item.Participants, rows, seq) : null;
    }

    // Figures are left out where there are none, as in every checkpoint from before there were any: those stay readable.
    private static string FormOf(Programme programme) =>
        $"4;{string.Join(',', programme.Phases.Select(p => p.Key))};{string.Join(',', programme.Steps.Select(s => s.Key))}";

    private static void WriteRow(Utf8JsonWriter json, ParticipantProgress row)
    {
        json.WriteStartObject();
        json.WriteString("code", row.Participant.Code);
        json.WriteStartArray("sources");
        foreach (var source in row.Sources) Write(json, source);
        json.WriteEndArray();
        if (row.Service is { } service)
        {
            json.WriteString("service", Words.Of(service.State));
            json.WriteNumber("serviceSince", service.Since.ToUnixTimeMilliseconds());
            json.WriteNumber("serviceSeq", service.LastSeq);
        }
        if (row.Probing is { } probing)
        {
            json.WriteString("probing", Words.Of(probing.Consent));
            json.WriteNumber("probingSince", probing.Since.ToUnixTimeMilliseconds());
            json.WriteNumber("probingSeq", probing.LastSeq);
        }
        if (!row.Measured.IsEmpty) FigureJson.Write(json, row.Measured);
        json.WriteStartArray("cells");
        for (var i = 0; i < row.Cells.Length; i++)
            if (row.Cells[i].LatestSeq > 0) WriteCell(json, i, row.Cells[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ParticipantProgress ReadRow(JsonElement json, Programme programme, Core.Participants.Participant participant)
    {
        var cells = Enumerable.Repeat(StepState.Initial, programme.CellCount).ToArray();
        foreach (var cell in json.GetProperty("cells").EnumerateArray()) cells[cell.GetProperty("i").GetInt32()] = ReadCell(cell);
        var service = json.TryGetProperty("service", out var state)
            ? new ServiceFact(Words.Read<ServiceState>(state.GetString()!), Instant(json.GetProperty("serviceSince")), json.GetProperty("serviceSeq").GetInt64())
            : null;
        var probing = json.TryGetProperty("probing", out var consent)
            ? new ProbingFact(Words.Read<ProbingConsent>(consent.GetString()!), Instant(json.GetProperty("probingSince")), json.GetProperty("probingSeq").GetInt64())
            : null;
        return new(
            programme, participant, [.. cells],
            [.. json.GetProperty("sources").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? (DateTimeOffset?)null : Instant(s))], service, probing,
            FigureJson.Read(json));
    }

    private static void WriteCell(Utf8JsonWriter json, int index, StepState cell)
    {
        json.WriteStartObject();
        json.WriteNumber("i", index);
        json.WriteNumber("st", (int)cell.Status);
        if (cell.Basis is { } basis) json.WriteNumber("ba", (int)basis);
        if (cell.Since is { } since) json.WriteNumber("si", since.ToUnixTimeMilliseconds());
        json.WriteNumber("ve", cell.Version);
        if (cell.Assumed) json.WriteBoolean("as", true);
        if (cell.Precision != DatePrecision.Instant) json.WriteNumber("pr", (int)cell.Precision);
        if (cell.OutOfOrder) json.WriteBoolean("oo", true);
        if (cell.Blocker is { } blocker) WriteStrings(json, "bl", blocker.On, blocker.Kind, Words.Of(blocker.From));
        if (cell.Document is { } document) WriteStrings(json, "do", document.Number, document.Issuer, document.Date);
        if (cell.ReportedBy is { } by) WriteStrings(json, "by", ActorWords(by));
        if (!cell.Confirmed.IsEmpty) WriteStrings(json, "co", [.. cell.Confirmed]);
        if (cell.Verification is { } verification) json.WriteNumber("vn", (int)verification);
        if (cell.VerifiedSince is { } verified) json.WriteNumber("vs", verified.ToUnixTimeMilliseconds());
        if (cell.FaultMark is { } fault) WriteStrings(json, "fa", fault.Owner, fault.Code);
        if (cell.UpheldAt is { } upheld) json.WriteNumber("up", upheld.ToUnixTimeMilliseconds());
        if (cell.LastAt is { } last) json.WriteNumber("la", last.ToUnixTimeMilliseconds());
        if (cell.Comments > 0) json.WriteNumber("cm", cell.Comments);
        if (cell.CommentSeq > 0) json.WriteNumber("cs", cell.CommentSeq);
        json.WriteNumber("ls", cell.LastSeq);
        json.WriteEndObject();
    }

    private static StepState ReadCell(JsonElement json)
    {
        var cell = StepState.Initial;
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            cell = field.Name switch
            {
                "st" => cell with { Status = (StepStatus)value.GetInt32() },
                "ba" => cell with { Basis = (Basis)value.GetInt32() },
                "si" => cell with { Since = Instant(value) },
                "ve" => cell with { Version = value.GetInt32() },
                "up" => cell with { UpheldAt = Instant(value) },
                "as" => cell with { Assumed = true },
                "pr" => cell with { Precision = (DatePrecision)value.GetInt32() },
                "oo" => cell with { OutOfOrder = true },
                "bl" when Strings(value) is [{ } on, { } kind, { } from] => cell with { Blocker = new(on, kind, Words.Read<StepStatus>(from)) },
                "do" when Strings(value) is [{ } number, { } issuer, { } date] => cell with { Document = new(number, issuer, date) },
                "by" => cell with { ReportedBy = ActorOf(value) },
                "co" => cell with { Confirmed = [.. Strings(value)!] },
                "vn" => cell with { Verification = (VerificationState)value.GetInt32() },
                "vs" => cell with { VerifiedSince = Instant(value) },
                "fa" when Strings(value) is [{ } owner, { } code] => cell with { FaultMark = new(owner, code) },
                "la" => cell with { LastAt = Instant(value) },
                "cm" => cell with { Comments = value.GetInt32() },
                "cs" => cell with { CommentSeq = value.GetInt64() },
                "ls" => cell with { LastSeq = value.GetInt64() },
                _ => cell,
            };
        }
        return cell;
    }

    internal static string?[] ActorWords(Actor actor) => [Words.Of(actor.Kind), actor.Name, actor.Agency, actor.Participant?.ToString(), actor.Office];

    internal static Actor ActorOf(JsonElement json) => Strings(json) is [{ } kind, { } name, var agency, var participant, var office]
        ? new(Words.Read<ActorKind>(kind), name, agency, Core.Participants.ParticipantId.TryParse(participant, out var id) ? id : null, office)
        : throw new FormatException("Nobody is named.");

    internal static void WriteStrings(Utf8JsonWriter json, string name, params ReadOnlySpan<string?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static string?[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetString())];

    private static void Write(Utf8JsonWriter json, DateTimeOffset? instant)
    {
        if (instant is null) json.WriteNullValue();
        else json.WriteNumberValue(instant.Value.ToUnixTimeMilliseconds());
    }

    internal static DateTimeOffset Instant(JsonElement json) =>
        DateTimeOffset.FromUnixTimeMilliseconds(json.GetInt64()).ToOffset(Core.Calendar.HanoiTime.Offset);
}
