using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The ledger, page by page.</summary>
internal static class LedgerApi
{
    private const int Most = 1000;

    public static void MapLedger(this RouteGroupBuilder api) =>
        api.MapGet("/programmes/{programme}/ledger", Page).WithSummary("The ledger: entries after a seq, ascending");

    private static IResult Page(HttpContext http, LedgerReader ledger, NoteStore notes, Texts texts, string? after = null, string? limit = null)
    {
        var (from, count) = (Number("after", after, 0, long.MaxValue, 0), Number("limit", limit, 1, Most, 100));
        if ((from.Mistake ?? count.Mistake) is { } mistake) return Problems.Of(mistake, texts);
        var view = http.View();
        var entries = ledger.After(view.Programme.Key, from.Value, (int)count.Value + 1);
        var page = entries.Length > count.Value ? entries[..(int)count.Value] : entries;
        var known = ReadAccess.IsKnown(http.User);
        var said = known ? notes.Read([.. page.Select(e => e.NoteHash).OfType<string>().Distinct(StringComparer.Ordinal)]) : ImmutableDictionary<string, string>.Empty;
        return TypedResults.Ok(new
        {
            Entries = page.Select(e => Entry(e, known, e.NoteHash is { } hash ? said.GetValueOrDefault(hash) : null)),
            Next = entries.Length > page.Length ? page[^1].Seq : (long?)null,
        });
    }

    private static object Entry(LedgerEntry entry, bool known, string? note)
    {
        var fields = EventFields.Of(entry.Event);
        return new
        {
            entry.Seq,
            entry.At,
            entry.RecordedAt,
            Participant = entry.Participant.ToString(),
            entry.Phase,
            entry.Step,
            Kind = EventFields.KindOf(entry.Event),
            From = fields.GetValueOrDefault("from"),
            To = fields.GetValueOrDefault("to"),
            Verification = fields.GetValueOrDefault("verification"),
            Basis = BasisOf(entry.Event, fields),
            Measure = fields.GetValueOrDefault("measure"),
            PeriodFrom = fields.GetValueOrDefault("periodFrom"),
            PeriodTo = fields.GetValueOrDefault("periodTo"),
            Value = (entry.Event as StepEvent.FigureStated)?.Value,
            Actor = new { Kind = Words.Of(entry.Actor.Kind), Name = known ? entry.Actor.Name : entry.Actor.PublicName },
            Note = note,
            entry.PreviousHash,
            entry.Hash,
        };
    }

    private static string? BasisOf(StepEvent happened, ImmutableSortedDictionary<string, string> fields) => happened switch
    {
        StepEvent.PartlyConfirmed => Words.Of(Basis.Confirmation),
        StepEvent.VerificationChanged => Words.Of(Basis.Probe),
        StepEvent.SourceStated => Words.Of(Basis.Baseline),
        _ => fields.GetValueOrDefault("basis"),
    };

    private static (long Value, QueryMistake? Mistake) Number(string name, string? text, long least, long most, long otherwise)
    {
        if (string.IsNullOrEmpty(text)) return (otherwise, null);
        return long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? (value, null)
            : (0, new(name, "number", text, [$"{least}–{most}"], NotFound: false));
    }
}
