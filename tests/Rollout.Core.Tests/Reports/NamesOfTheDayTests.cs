using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Reports;

/// <summary>A document prints the name that an agency bears on the document's date.</summary>
public sealed class NamesOfTheDayTests
{
    [Theory]
    [InlineData("2025-02-28 23:59", "CỤC HTQTCT", "SỞ TTTT")]
    [InlineData("2025-03-01 00:00", "CỤC HCTP", "SỞ KH&CN")]
    public void Minutes_are_signed_by_the_names_of_their_day(string at, string department, string office)
    {
        var programme = Renamed();
        var minutes = MinutesReport.Of(
            programme, programme.Minutes!, new(LienThong.Province("94"), programme.Phases[0], programme.FindStep("2.3")!, Times.At(at), false, [], []), "vi");
        Assert.Equal(
            ["ĐẠI DIỆN\nSÓC TRĂNG", $"ĐẠI DIỆN\n{department}", $"ĐẠI DIỆN\n{office}"],
            minutes.Blocks.OfType<ReportBlock.Table>().Single(t => t.Bare).Columns.Select(c => c.Heading));
    }

    [Theory]
    [InlineData("2024-08-01 08:00", "Cục HTQTCT, Sở TTTT")]
    [InlineData("2025-02-28 23:59", "Cục HTQTCT, Sở TTTT")]
    [InlineData("2025-03-01 00:00", "Cục HCTP, Sở KH&CN")]
    public void Phrases_name_agencies_as_on_the_instant_they_speak_of(string at, string named) =>
        Assert.Equal(named, new ReportPhrases(Renamed(), "vi").Agencies(["btp", "ndxp"], Times.At(at)));

    /// <summary>The shipped programme, two of whose agencies took other names in March 2025.</summary>
    private static Programme Renamed()
    {
        var from = new DateOnly(2025, 3, 1);
        var programme = LienThong.Programme;
        return programme with
        {
            Organisations =
            [
                .. programme.Organisations.Select(o => o.Key switch
                {
                    "btp" => new Organisation("btp", [Called("Cục Hộ tịch, quốc tịch, chứng thực", "Cục HTQTCT", null), Called("Cục Hành chính tư pháp", "Cục HCTP", from)]),
                    "ndxp" => new("ndxp", [Called("Sở Thông tin và Truyền thông", "Sở TTTT", null), Called("Sở Khoa học và Công nghệ", "Sở KH&CN", from)]),
                    _ => o,
                }),
            ],
        };

        static OrganisationName Called(string full, string brief, DateOnly? from) => new(Wording.LocalizedText.Of(full), Wording.LocalizedText.Of(brief), from);
    }
}
