using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Guide;

/// <summary>How a source document is cited.</summary>
public static class SourceWords
{
    /// <summary>Number, issuer and date, as published: a month where no day stands.</summary>
    public static string Of(Programme programme, SourceDocument document)
    {
        var issuer = programme.FindOrganisation(document.Issuer) is { } agency ? Texts.Of(agency.Names[^1].Full) : document.Issuer;
        return string.Join(", ", ((string[])[document.Number, issuer, Date(document.Date)]).Where(w => w.Length > 0));
    }

    private static string Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MM/yyyy", CultureInfo.InvariantCulture)
        : date;
}
