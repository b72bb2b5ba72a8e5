using Rollout.Core.Baselines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Baselines;

/// <summary>A published state with any mistake is refused whole, all its mistakes named.</summary>
public sealed class BaselineMistakesTests
{
    private const string Appendix = LienThong.Appendix;
    private const string GoLive = LienThong.GoLive;

    [Theory]
    [InlineData(Appendix, "\"Sóc Trăng\", \"Tây Ninh\"]", "\"Sóc Trâu\", \"Tây Ninh\"]", "baseline.unknownNear: 2; Sóc Trâu; Sóc Trăng")]
    [InlineData(Appendix, "\"Sóc Trăng\", \"Tây Ninh\"]", "\"Vientiane Prefecture\", \"Tây Ninh\"]", "baseline.unknown: 2; Vientiane Prefecture")]
    [InlineData(Appendix, "\"Sóc Trăng\", \"Tây Ninh\"]", "null, \"Tây Ninh\"]", "baseline.unknown: 2; ")]
    [InlineData(Appendix, "\"Sóc Trăng\", \"Tây Ninh\"]", "\"Tây Ninh\", \"Tay Ninh\"]", "baseline.doubled: 2; Tay Ninh")]
    [InlineData(Appendix, "\"codes\": [\"92\"]", "\"codes\": [\"92\", \"94\"]", "baseline.codes: 1; 2; 1")]
    [InlineData(Appendix, "\"codes\": [\"92\"]", "\"codes\": [\"94\"]", "baseline.code: 1; Cần Thơ; 94; 92")]
    [InlineData(Appendix, "\"number\": 2", "\"number\": 7", "baseline.row: 7; 1, 2, 3, 4, 5, 6|baseline.noRow: 2")]
    [InlineData(Appendix, "\"count\": 28, \"provinces\": [", "\"count\": 29, \"provinces\": [\"Sóc Trăng\", ", "baseline.twoRows: Sóc Trăng; 2; 3")]
    [InlineData(Appendix, "\"count\": 59, \"provinces\": [", "\"count\": 60, \"provinces\": [\"Cần Thơ\", ", "baseline.twoRows: Cần Thơ; 1; 6")]
    [InlineData(GoLive, "\"completed\": [\"Cần Thơ\"]", "\"completed\": [\"Cần Tho Ơ\"]", "baseline.unknownNear: 0; Cần Tho Ơ; Cần Thơ")]
    [InlineData(GoLive, "\"coversAll\": [\"production\"]", "\"coversAll\": [\"launch\"]", "baseline.phase: launch; test, production")]
    [InlineData(GoLive, "\"state\": \"open\"", "\"state\": \"opened\"", "baseline.service: opened; notYet, open, interrupted")]
    [InlineData(GoLive, "\"at\": \"2024-07-01T00:00:00+07:00\", ", "", "json.syntax: $.services[0]")]
    public void Mistake_refuses_the_whole_file_and_is_named(string file, string right, string wrong, string said)
    {
        var text = LienThong.BaselineText(file);
        Assert.Contains(right, text, StringComparison.Ordinal);
        var (baseline, mistakes) = Read(text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(baseline);
        Assert.All(said.Split('|'), s => Assert.Contains(s, mistakes));
    }

    [Fact]
    public void Province_that_stands_in_no_row_of_a_system_is_named()
    {
        var text = LienThong.BaselineText(Appendix)
            .Replace("\"count\": 23, \"provinces\": [\"Bà Rịa - Vũng Tàu\", ", "\"count\": 22, \"provinces\": [", StringComparison.Ordinal)
            .Replace("\"codes\": [\"77\", \"60\"", "\"codes\": [\"60\"", StringComparison.Ordinal);
        Assert.Equal(["baseline.nowhere: Bà Rịa - Vũng Tàu; dvclt"], Read(text).Mistakes);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var text = LienThong.BaselineText(Appendix)
            .Replace("\"count\": 12", "\"count\": 13", StringComparison.Ordinal)
            .Replace("[\"An Giang\", \"Bắc Giang\", \"Bắc Kạn\", \"Bến", "[\"An Gian\", \"Bắc Giangg\", \"Bắc Kạn\", \"Bến", StringComparison.Ordinal)
            .Replace("\"number\": 6", "\"number\": 8", StringComparison.Ordinal);
        Assert.Equal(
            [
                "baseline.count: 2; 13; 12", "baseline.unknownNear: 3; An Gian; An Giang", "baseline.unknownNear: 3; Bắc Giangg; Bắc Giang",
                "baseline.row: 8; 1, 2, 3, 4, 5, 6", "baseline.noRow: 6",
            ],
            Read(text).Mistakes);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("[", 1)]
    [InlineData("[\n {\"number\": 1,\n  \"count\": }\n]", 3)]
    [InlineData("{\n \"completed\": \"Cần Thơ\"\n}", 2)]
    [InlineData("[\n {\"number\": \"two\"}\n]", 2)]
    public void Malformed_json_is_refused_at_its_line(string text, int line)
    {
        var (baseline, mistakes) = BaselineJson.Read(LienThong.Programme, LienThong.Provinces, "f.json", text);
        Assert.Null(baseline);
        var mistake = Assert.Single(mistakes);
        Assert.Equal(("json.syntax", line), (mistake.Message.Code, mistake.Line));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{\"services\": [null]}")]
    [InlineData("{\"coversAll\": [null]}")]
    public void Nothing_where_something_should_be_is_refused(string text)
    {
        var (baseline, mistakes) = Read(text);
        Assert.Null(baseline);
        Assert.NotEmpty(mistakes);
    }

    [Fact]
    public void Name_that_other_rows_demand_is_missed()
    {
        var text = LienThong.BaselineText(Appendix)
            .Replace("\"count\": 12", "\"count\": 11", StringComparison.Ordinal)
            .Replace("\"Bình Dương\", \"Cần Thơ\", \"Đồng Tháp\"", "\"Bình Dương\", \"Đồng Tháp\"", StringComparison.Ordinal)
            .Replace("\"74\", \"92\", \"87\"", "\"74\", \"87\"", StringComparison.Ordinal);
        Assert.Equal(["baseline.missing: 2; Cần Thơ"], Read(text).Mistakes);
    }

    [Fact]
    public void Names_are_taken_as_documents_write_them()
    {
        var text = LienThong.BaselineText(Appendix)
            .Replace("\"Long An\", \"TP Hồ Chí Minh\"]", "\"LONG AN\", \"Hồ Chí\\n Minh\"]", StringComparison.Ordinal)
            .Replace("\"Bà Rịa - Vũng Tàu\", \"Bình Thuận\"", "\"Bà Rịa – Vũng Tàu\", \"tỉnh Bình Thuận\"", StringComparison.Ordinal);
        Assert.Empty(Read("\uFEFF" + text).Mistakes);
    }

    [Fact]
    public void Comma_too_many_and_keys_in_capitals_are_no_mistake() =>
        Assert.NotNull(BaselineJson.Read(
            Lights.Programme, Lights.Harbours, "almanac.json",
            """[{"Number":1,"COUNT":3,"provinces":["Alma","Brod","Cove",]},{"number":2,"count":0}]""").State);

    [Theory]
    [InlineData("""{ "step": "9", "status": "done", "participants": ["Alma"] }""", "baseline.step: 9; 1, 2, 3, 4, 5, 6")]
    [InlineData("""{ "step": "1", "status": "blocked", "participants": ["Alma"] }""", "baseline.status: blocked; notStarted, inProgress, reported, done")]
    [InlineData("""{ "step": "1", "status": "don", "participants": ["Alma"] }""", "baseline.status: don; notStarted, inProgress, reported, done")]
    [InlineData("""{ "step": "1", "status": "done", "participants": ["Alba"] }""", "baseline.unknownNear: 0; Alba; Alma")]
    [InlineData("""{ "step": "1", "status": "done", "participants": ["Alma"] }, { "step": "1", "status": "reported", "participants": ["Brod", "Alma"] }""", "baseline.stepTwice: Alma; 1")]
    [InlineData("""{ "status": "done", "participants": ["Alma"] }""", "json.syntax: $.steps[0]")]
    [InlineData("null", "json.syntax: $.steps[0]")]
    public void Mistake_in_what_is_said_of_a_step_is_named(string steps, string said)
    {
        var (state, mistakes) = BaselineJson.Read(Ferry.Programme, Lights.Harbours, "f.json", $$"""{ "steps": [{{steps}}] }""");
        Assert.Null(state);
        Assert.Contains(said, mistakes.Select(m => $"{m.Message}"));
    }

    [Fact]
    public void Others_of_a_step_are_those_whom_it_concerns_and_of_whom_nothing_was_said()
    {
        var (state, _) = BaselineJson.Read(
            Ferry.Programme, Lights.Harbours, "f.json",
            """{ "steps": [{ "step": "4", "status": "done", "participants": ["Brod"] }, { "step": "4", "status": "notStarted", "others": true }] }""");
        Assert.Equal(["B Done", "A NotStarted"], state!.Steps.Select(s => $"{s.Participant.Code} {s.Status}"));
    }

    /// <summary>Published rows over steps are read as those over systems are: each name leaves fewer statuses open, and the least is written.</summary>
    [Theory]
    [InlineData("""[1, "Alma"], [2, "Brod", "Cove"], [3, "Alma"], [4], [5]""", "A 1 Done")]
    [InlineData("""[1, "Alma"], [2, "Brod", "Cove"], [3], [4, "Alma"], [5]""", "A 1 Done|A 2 Done")]
    [InlineData("""[1, "Alma"], [2, "Alma", "Brod", "Cove"], [3], [4], [5]""", "baseline.twoRows: Alma; 1; 2")]
    [InlineData("""[1, "Alma"], [2, "Brod"], [3], [4], [5]""", "baseline.nowhere: Cove; 1")]
    public void Published_rows_over_steps_are_read(string rows, string said)
    {
        var json = string.Join(',', System.Text.Json.JsonDocument.Parse($"[{rows}]").RootElement.EnumerateArray().Select(r =>
            $$"""{ "number": {{r[0]}}, "count": {{r.GetArrayLength() - 1}}, "provinces": [{{string.Join(',', r.EnumerateArray().Skip(1).Select(n => n.GetRawText()))}}] }"""));
        var (state, mistakes) = BaselineJson.Read(Rows, Lights.Harbours, "f.json", $"[{json}]");
        if (state is null) Assert.Contains(said, mistakes.Select(m => $"{m.Message}"));
        else Assert.Equal(said.Split('|'), state.Steps.Select(s => $"{s.Participant.Code} {s.Step} {s.Status}"));
    }

    /// <summary>The ferries without the row that speaks of those held up, which tells no status.</summary>
    private static readonly Core.Programmes.Programme Rows =
        Core.Programmes.ProgrammeYaml.Read("ferry.yaml", Ferry.Yaml.Replace("{ \"4\": blocked }", "{ \"2\": blocked }", StringComparison.Ordinal), ["harbours"]).Programme!;

    private static (PublishedState? Baseline, IEnumerable<string> Mistakes) Read(string text)
    {
        var (baseline, mistakes) = BaselineJson.Read(LienThong.Programme, LienThong.Provinces, "baseline.json", text);
        return (baseline, mistakes.Select(m => m.Message.ToString()));
    }
}
