using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>Figures as people read them, in numbers, in the history and in what the rules say of them.</summary>
public sealed partial class FigureWordsTests
{
    private static readonly Texts Texts =
        new(new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>());

    private static readonly FigurePeriod Autumn = new(new(2025, 7, 1), new(2025, 10, 28));
    private static readonly ParticipantId CaMau = new("provinces-34", "96");
    private static readonly DateTimeOffset At = HanoiTime.StartOf(new(2025, 10, 31));

    private static readonly Programme Programme = ProgrammeYaml.Read(
        "dong-bo.yaml",
        """
        key: dong-bo
        title: Đồng bộ
        lead: btp
        participants: provinces-34
        participantWord: { vi: Địa phương, en: Province }
        documents:
          - { key: cv, number: 7139/BTP-HCTP, issuer: btp, title: Công văn }
        organisations:
          - { key: btp, names: [{ full: Bộ Tư pháp, short: Bộ Tư pháp }] }
        systems:
          - { key: kho, title: Kho, owner: btp }
        phases:
          - { key: now, title: Hiện nay }
        parts:
          - key: "1"
            title: Mục một
            system: kho
            steps:
              - { key: "1", title: Bước một, reports: participant, confirm: { any: [btp] } }
        statusLists:
          - { number: 1, title: Đã xong, where: { kho: completed } }
        appendix: { name: Phụ lục, title: Danh sách, issuedWith: Kèm theo, columns: [STT, Nội dung, Số lượng, Tỉnh] }
        blockerKinds: { funding: Kinh phí }
        measures:
          - { key: share, title: Tỷ lệ chưa nhận trạng thái, short: { vi: Chưa nhận, en: Unseen }, unit: percent, of: hồ sơ, better: lower, source: cv }
          - { key: books, title: Sổ đã số hóa, unit: count, of: { vi: sổ, en: books }, better: higher, total: sum, source: cv }
        """,
        ["provinces-34"]).Programme!;

    [Theory]
    [InlineData("vi", "share", "44.47", "44,47\u00A0%")]
    [InlineData("vi", "share", "38.4", "38,40\u00A0%")]
    [InlineData("en", "share", "38.4", "38.40\u00A0%")]
    [InlineData("vi", "books", "2524892", "2.524.892\u00A0sổ")]
    [InlineData("en", "books", "0", "0\u00A0books")]
    public void Figure_is_written_as_its_language_writes_numbers(string language, string measure, string value, string written) => In(language, () =>
        Assert.Equal(written, FigureWords.Of(Programme.FindMeasure(measure)!, decimal.Parse(value, CultureInfo.InvariantCulture))));

    [Fact]
    public void Figure_stands_in_the_history_with_its_days_and_its_document() => In("vi", () =>
    {
        var line = Line(new StepEvent.FigureStated("share", Autumn.From, Autumn.To, 44.47m)
        {
            Basis = Basis.Baseline,
            Precision = DatePrecision.Day,
            Document = new("7139/BTP-HCTP", "btp", "2025-10-31"),
        });
        Assert.Equal("Chưa nhận · 44,47\u00A0% · 01/07/2025–28/10/2025 · 7139/BTP-HCTP", line.Detail);
        Assert.Equal(("Số liệu", Basis.Baseline, "31/10/2025"), (Texts[line.Look.Key], line.RestsOn, line.When));
    });

    [Fact]
    public void Figure_taken_back_says_so_and_one_of_a_measure_that_is_gone_still_reads() => In("en", () =>
    {
        var gone = Line(new StepEvent.FigureStated("share", Autumn.From, Autumn.To, null));
        Assert.Equal(("Figure taken back", "Unseen · 01/07/2025–28/10/2025"), (Texts[gone.Look.Key], gone.Detail));
        Assert.Equal("dropped · 7.5 · 01/07/2025–28/10/2025", Line(new StepEvent.FigureStated("dropped", Autumn.From, Autumn.To, 7.5m)).Detail);
    });

    [Fact]
    public void Every_kind_of_entry_can_be_asked_for() =>
        Assert.All(ActivityQuery.Kinds, k => Assert.NotEqual($"kindOf.{k}", Texts[$"kindOf.{k}"]));

    /// <summary>A rule or a reader that says something without words would show its bare code.</summary>
    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void What_rules_and_readers_say_has_its_words(string file)
    {
        var known = XDocument.Load(Path.Combine(Repository.Root, "src", "Rollout.Web", "Resources", file)).Descendants("data").Select(d => d.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var said = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Rollout.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(said.Count > 40);
        Assert.Empty(said.Select(c => $"say.{c}").Except(known));
    }

    private static Happening Line(StepEvent happened)
    {
        var participants = new ParticipantSet("provinces-34", [new Participant(CaMau, "Cà Mau", "tỉnh", "", [], null)]);
        var entry = HashChain.Seal(new("dong-bo", CaMau, null, null, happened, Actor.Import("letter.json"), At, At, null), 1, HashChain.Genesis);
        return Happening.Of(Texts, new(Board.Empty(Programme, participants).Apply(entry), Programme.Phases[0], At, Live: true), entry)!;
    }

    private static void In(string language, Action test)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new(language), new(language));
            test();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [GeneratedRegex("\"(?<code>(figure|sheet|yaml|baseline)\\.[a-zA-Z]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
