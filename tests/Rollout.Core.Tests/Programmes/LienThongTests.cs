using System.Text.RegularExpressions;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>The real programme file says what Appendices I and II of July 2024 say.</summary>
public sealed partial class LienThongTests
{
    private static readonly Programme Programme = LienThong.Programme;

    [Fact]
    public void File_has_no_mistakes() => Assert.Empty(LienThong.Reading.Mistakes);

    [Fact]
    public void Sixty_three_participants_take_ten_steps_in_two_phases()
    {
        Assert.Equal((63, 10, 2, 6), (LienThong.Provinces.Count, Programme.Steps.Length, Programme.Phases.Length, Programme.ListDefinitions.Length));
        Assert.Equal(1260, LienThong.Provinces.Count * Programme.CellCount);
        Assert.Equal(["4", "3", "3"], Programme.Parts.Select(p => $"{p.Steps.Length}"));
        Assert.Equal(["dvclt", "hotich", null], Programme.Parts.Select(p => p.System));
        Assert.Equal(("lien-thong", "vpcp", "test"), (Programme.Key, Programme.Lead, Programme.FindPhase("production")!.After));
    }

    [Theory]
    [InlineData("1.1", "participant", "any c06", "None", null)]
    [InlineData("1.2", "participant", "", "Settles catalogue", "vpcp")]
    [InlineData("1.3", "participant", "", "Settles receive, status", "c06")]
    [InlineData("1.4", "participant, c06", "any c06", "Evidence gateway", null)]
    [InlineData("2.1", "participant", "any btp, ndxp", "None", null)]
    [InlineData("2.2", "participant", "", "Settles civil", "btp")]
    [InlineData("2.3", "participant", "all btp, ndxp", "Evidence ndxp", null)]
    [InlineData("3.1", "participant", "any c06", "Evidence dossier-arrives", null)]
    [InlineData("3.2", "participant", "all btp, ndxp", "Evidence dossier-synchronised", null)]
    [InlineData("3.3", "participant", "all btp, c06", "Evidence dossier-returned", null)]
    public void Step_settles_as_the_table_of_product_md_says(string key, string reports, string confirms, string probes, string? fallback)
    {
        var step = Programme.FindStep(key)!;
        var settlement = step.Settlement;
        Assert.Equal(reports, string.Join(", ", step.Reporters));
        Assert.Equal(confirms, settlement.Confirmers.IsEmpty ? "" : $"{(settlement.All ? "all" : "any")} {string.Join(", ", settlement.Confirmers)}");
        Assert.Equal(probes, $"{settlement.ProbeRole} {string.Join(", ", settlement.Probes)}".Trim());
        Assert.Equal(fallback, settlement.Fallback);
        Assert.Equal(key is "1.1" or "1.2", step.TakeOver);
    }

    [Theory]
    [InlineData("1.1", "Đầu mối Cục C06 lập nhóm zalo và bổ sung đầu mối các bên liên quan vào nhóm để trao đổi kỹ thuật trong quá trình kết nối.")]
    [InlineData("1.3", "UBND tỉnh, thành phố chỉ đạo xây dựng giao diện lập trình ứng dụng (API) cho HTTTGQTTHC, bảo đảm tiếp nhận hồ sơ đăng ký khai sinh")]
    [InlineData("2.3", "để thực hiện kiểm thử trên môi trường thử nghiệm giữa HTTTGQTTHC với Phần mềm đăng ký, quản lý hộ tịch điện tử dùng chung qua trục NDXP.")]
    [InlineData("3.3", "Thực hiện giải quyết hồ sơ và đồng bộ các trạng thái hồ sơ, kết quả giải quyết cho HTTTGQTTHC cấp tỉnh")]
    public void Official_text_is_the_sources_with_its_slips_mended(string step, string words) =>
        Assert.Contains(words, Programme.FindStep(step)!.Text.Default, StringComparison.Ordinal);

    [Fact]
    public void Every_step_has_an_official_text_longer_than_its_title_without_slips_persons_or_numbers()
    {
        Assert.All(Programme.Steps, s =>
        {
            Assert.True(s.Text.Default.Length > s.Title.Default.Length, s.Key);
            Assert.DoesNotMatch(PhoneNumberOrSlip(), s.Text.Default);
        });
    }

    [Fact]
    public void Six_lists_bear_the_titles_of_appendix_1()
    {
        var titles = Programme.ListDefinitions.Select(l => $"{l.Number} {l.Title}");
        Assert.Equal(
            [
                "1 Địa phương đã hoàn thành kết nối với PM DVCLT và PM Hộ tịch", "2 Địa phương đã hoàn thành kết nối với PM DVCLT",
                "3 Địa phương đang thực hiện kết nối với PM DVCLT", "4 Địa phương chưa thực hiện kết nối với PM DVCLT",
                "5 Địa phương đang thực hiện kết nối với PM hộ tịch", "6 Địa phương chưa thực hiện kết nối với PM hộ tịch",
            ],
            titles);
    }

    [Fact]
    public void Policy_is_three_passes_three_failures_and_forty_eight_hours() =>
        Assert.Equal(new VerificationPolicy(TimeSpan.FromMinutes(5), 3, 3, TimeSpan.FromHours(48)), Programme.Verification);

    [Fact]
    public void Dossiers_are_sent_in_test_only_and_the_other_probes_run_in_both_phases()
    {
        Assert.All(Programme.Probes, p => Assert.Equal(p.Kind == ProbeKind.Dossier ? ["test"] : ["test", "production"], p.Phases));
        var dossiers = Programme.Probes.Where(p => p.Kind == ProbeKind.Dossier).ToList();
        Assert.Equal(Enum.GetValues<DossierLeg>(), dossiers.Select(p => p.Leg!.Value));
        Assert.All(dossiers, p => Assert.Equal("secret:dossier-account", p.Headers["Authorization"]));
        Assert.All(dossiers, p => Assert.Contains("\"{key}\"", p.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void Probe_takes_owner_way_and_client_from_its_system()
    {
        var (gateway, ndxp) = (Programme.FindProbe("gateway")!, Programme.FindProbe("ndxp")!);
        Assert.Equal(("c06", null, "VN/GOV/C06/DVCLT"), (gateway.Owner, gateway.Via, gateway.Client));
        Assert.Equal(("btp", "ndxp", "secret:ndxp-key"), (ndxp.Owner, ndxp.Via, ndxp.Headers["x-api-key"]));
    }

    [Fact]
    public void Every_probe_of_a_step_is_declared() =>
        Assert.All(Programme.Steps.SelectMany(s => s.Settlement.Probes), p => Assert.NotNull(Programme.FindProbe(p)));

    [Fact]
    public void Baselines_are_dated_as_published()
    {
        Assert.Equal([LienThong.GoLive, LienThong.Appendix], Programme.Baselines.Select(b => b.File));
        Assert.Equal(
            [(Times.At("2024-07-01 00:00"), DatePrecision.Day), (Times.At("2024-07-15 00:00"), DatePrecision.Month)],
            Programme.Baselines.Select(b => (b.At, b.Precision)));
    }

    [Fact]
    public void Unknown_words_find_nothing()
    {
        Assert.Null(Programme.FindStep("9.9"));
        Assert.Null(Programme.FindPhase(null));
        Assert.Null(Programme.FindSystem("x"));
        Assert.Null(Programme.FindOrganisation("x"));
        Assert.Null(Programme.FindProbe("x"));
        Assert.Equal((-1, -1, -1), (Programme.PhaseIndex("x"), Programme.CellIndex("x", "1.1"), Programme.CellIndex("test", "x")));
    }

    [Fact]
    public void Catalogue_finds_a_programme_by_key()
    {
        var catalog = new ProgrammeCatalog([new(Programme, LienThong.Provinces), new(Lights.Programme, Lights.Harbours)]);
        Assert.Same(Lights.Harbours, catalog.Find("lights")!.Participants);
        Assert.Null(catalog.Find(null));
    }

    [GeneratedRegex(@"\d{9}|xâyy|môi trương|Đồng chí|  ", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneNumberOrSlip();
}
