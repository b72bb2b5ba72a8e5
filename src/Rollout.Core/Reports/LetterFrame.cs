using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>What stands above and below every letter, in the form of Nghị định 30/2020/NĐ-CP.</summary>
internal static class LetterFrame
{
    /// <summary>Agency, number and subject on the left; country, motto, place and date on the right.</summary>
    public static ReportBlock.Sides Head(string agency, string number, string subject, string country, string motto, string place, DateTimeOffset asOf) => new(
    [
        new(40, [new(agency, ReportStyle.SideAgency), new(number, ReportStyle.SideText), new(subject, ReportStyle.SideText)]),
        new(60, [
            new(country, ReportStyle.SideName), new(motto, ReportStyle.SideMotto),
            new(TextTemplate.Fill(place, ("year", HanoiTime.DayOf(asOf).Year.ToString(CultureInfo.InvariantCulture))), ReportStyle.SideDate),
        ]),
    ]);

    /// <summary>Who gets it on the left, the place to sign on the right.</summary>
    public static ReportBlock.Sides Foot(string recipientsHead, IEnumerable<string> recipients, IEnumerable<string> signature) => new(
    [
        new(48, [new(recipientsHead, ReportStyle.RecipientsHead), .. recipients.Select(r => new ReportBlock.Paragraph(r, ReportStyle.Recipient))]),
        // A blank line within a paragraph keeps the room for hand and seal.
        new(52, [new(string.Join('\n', signature) + "\n\n\n\n\n", ReportStyle.SideName)]),
    ]);
}
