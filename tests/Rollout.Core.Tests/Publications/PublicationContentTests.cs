using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rollout.Core.Lists;
using Rollout.Core.Publications;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Publications;

/// <summary>What a publication prints, its one text, and its hashes.</summary>
public sealed class PublicationContentTests
{
    private static readonly StatusLists July = StatusLists.Of(LienThong.WithBaselines().Board, "test", Times.Now);

    /// <summary>TP Hồ Chí Minh finished the second system before the first: the rows leave a hole there.</summary>
    private static readonly StatusLists Hole = StatusLists.Of(WithHole(), "test", Times.Now);

    [Fact]
    public void Rows_that_tell_everybody_leave_nobody_out_and_the_hole_is_named_with_its_system()
    {
        Assert.Empty(PublicationContent.Missing(July));
        Assert.Equal([new MissingName("hotich", "79", "TP Hồ Chí Minh", Unknown: false)], PublicationContent.Missing(Hole));
    }

    [Fact]
    public void Of_whom_nothing_is_known_is_missing_with_every_system()
    {
        var nothing = StatusLists.Of(LienThong.Empty, "test", Times.At("2024-01-01 08:00"));
        var missing = PublicationContent.Missing(nothing);
        Assert.Equal(2 * 63, missing.Length);
        Assert.All(missing, m => Assert.True(m.Unknown));
    }

    [Fact]
    public void Submission_waits_for_a_decision_on_each_missing_name()
    {
        var desk = Letter.Desk with { Board = WithHole() };
        var drafted = desk.When(null, new PublicationCommand.DraftLetter(Letter.Drafter, Letter.Plan));
        var refused = drafted.When(1, new PublicationCommand.SubmitDraft(Letter.Drafter, 1)).Refusal!;
        Assert.Equal("publication.undecided", refused.Message.Code);
        Assert.Contains("TP Hồ Chí Minh", refused.Message.Arguments[1], StringComparison.Ordinal);

        var decided = drafted.When(1, new PublicationCommand.EditDraft(Letter.Drafter, 1, Placed(PlacingKind.Note, "đã xong hộ tịch")));
        Assert.Null(decided.When(1, new PublicationCommand.SubmitDraft(Letter.Drafter, 2)).Refusal);
    }

    [Fact]
    public void Decision_prints_as_a_row_behind_the_others_or_as_a_note()
    {
        var row = PublicationContent.Of(Hole, Times.Now, Placed(PlacingKind.Row, "Đã hoàn thành hộ tịch trước")).Rows[^1];
        Assert.Equal((7, true, "Đã hoàn thành hộ tịch trước"), (row.Number, row.Extra, row.Title));
        Assert.Equal([new PublishedName("79", "TP Hồ Chí Minh")], row.Names);

        var noted = PublicationContent.Of(Hole, Times.Now, Placed(PlacingKind.Note, "đã xong hộ tịch") with { Remarks = ["Số liệu tạm tính"] });
        Assert.Equal(["TP Hồ Chí Minh: đã xong hộ tịch", "Số liệu tạm tính"], noted.Notes);
        Assert.Equal(6, noted.Rows.Count);
    }

    [Fact]
    public void Decision_on_a_name_that_some_row_tells_by_now_is_left_out()
    {
        var content = PublicationContent.Of(July, Times.Now, Placed(PlacingKind.Row, "x"));
        Assert.Equal(6, content.Rows.Count);
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Canonical_text_comes_back_letter_for_letter_and_has_its_members_in_order()
    {
        var content = PublicationContent.Of(Hole, Times.Now, Placed(PlacingKind.Note, "có \"ngoặc\", \\ và Ố") with { Remarks = ["a\tb\u0001\u2028"] });
        var text = CanonicalContent.Write(content);

        Assert.Equal(content, CanonicalContent.Read(text));
        using var json = JsonDocument.Parse(text);
        AssertSorted(json.RootElement);
        Assert.Contains("\\t", text, StringComparison.Ordinal);
        Assert.Contains("\\u0001", text, StringComparison.Ordinal);
        Assert.Contains("Ố", text, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), CanonicalContent.Hash(content));
        Assert.Throws<FormatException>(() => CanonicalContent.Read(text.Replace("\"format\":1", "\"format\": 1", StringComparison.Ordinal)));
        Assert.Throws<FormatException>(() => CanonicalContent.Read("{}"));
    }

    [Fact]
    public void Hash_of_an_edition_covers_content_ledger_letter_and_the_edition_before()
    {
        var frozen = new PublicationEvent.DraftSubmitted(PublicationContent.Of(July, Times.Now, Letter.Plan), 7, new('7', 64));
        var day = new DateOnly(2024, 8, 1);
        var hash = EditionHash.Of(frozen, "1", day, EditionHash.Genesis);
        string[] others =
        [
            EditionHash.Of(frozen with { Content = frozen.Content with { Notes = ["x"] } }, "1", day, EditionHash.Genesis), EditionHash.Of(frozen with { LedgerSeq = 8 }, "1", day, EditionHash.Genesis),
            EditionHash.Of(frozen with { LedgerHash = new('8', 64) }, "1", day, EditionHash.Genesis), EditionHash.Of(frozen, "2", day, EditionHash.Genesis),
            EditionHash.Of(frozen, "1", day.AddDays(1), EditionHash.Genesis), EditionHash.Of(frozen, "1", day, hash),
        ];
        Assert.Equal(7, others.Append(hash).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Changes_are_told_by_name_with_the_rows_left_and_joined()
    {
        var (before, after) = (PublicationContent.Of(July, Times.Now, Letter.Plan), PublicationContent.Of(Hole, Times.Now, Letter.Plan));
        var change = Assert.Single(PublicationChange.Between(before, after));
        Assert.Equal("TP Hồ Chí Minh", change.Name);
        Assert.Equal([5], change.Left);
        Assert.Empty(change.Joined);
        Assert.Empty(PublicationChange.Between(after, after));
    }

    [Fact]
    public void Document_bears_number_and_date_and_prints_rows_and_notes()
    {
        var content = PublicationContent.Of(Hole, Times.Now, Placed(PlacingKind.Note, "đã xong hộ tịch"));
        var blocks = AppendixReport.Of(content, "5310/VPCP-KSTT", new(2024, 2, 5)).Blocks;
        Assert.Equal(
            "(Ban hành kèm theo Công văn số 5310/VPCP-KSTT ngày 05 tháng 02 năm 2024 của Văn phòng Chính phủ)",
            blocks.OfType<ReportBlock.Paragraph>().Single(p => p.Style == ReportStyle.IssuedWith).Text);
        Assert.Equal("TP Hồ Chí Minh: đã xong hộ tịch", Assert.IsType<ReportBlock.Paragraph>(blocks[^1]).Text);
        Assert.Contains("tháng 11 năm", AppendixReport.IssuedWith(content.Head, "1", new(2024, 11, 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Document_without_its_letter_keeps_the_blanks_and_is_that_of_the_lists()
    {
        var (frozen, live) = (AppendixReport.Of(PublicationContent.Of(July, Times.Now, Letter.Plan), null, default), AppendixReport.Of(July, "vi"));
        Assert.Equal(
            live.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text), frozen.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text));
        Assert.Equal(live.Records[0].Rows.SelectMany(r => r), frozen.Records[0].Rows.SelectMany(r => r));
    }

    private static PublicationPlan Placed(PlacingKind kind, string text) => Letter.Plan with { Placings = [new("hotich", "79", kind, text)] };

    private static Core.Boards.Board WithHole()
    {
        var scribe = LienThong.WithBaselines();
        scribe.Finishes("79", "2", Times.Yesterday);
        return scribe.Board;
    }

    private static void AssertSorted(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) AssertSorted(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        var names = element.EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        foreach (var member in element.EnumerateObject()) AssertSorted(member.Value);
    }
}
