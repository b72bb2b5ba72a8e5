using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Guide;

/// <summary>How a source document is cited.</summary>
public static class SourceWords
{
    /// <summary>Number, issuer under the name it bore then, and date, as published: a month where no day stands.</summary>
    public static string Of(Programme programme, SourceDocument document)
    {
        var (day, date) = Date(document.Date);
        var issuer = programme.FindOrganisation(document.Issuer) is { } agency ? Texts.Of(agency.NameOn(day).Full) : document.Issuer;
        return string.Join(", ", ((string[])[document.Number, issuer, date]).Where(w => w.Length > 0));
    }

    private static (DateOnly Day, string Text) Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
        : DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month, month.ToString("MM/yyyy", CultureInfo.InvariantCulture))
        : (DateOnly.MaxValue, date);
}
