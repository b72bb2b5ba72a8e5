using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Baselines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Appendices;

/// <summary>Checks rows that were found, with the same rules as every published state, and what only a printed one can have wrong: its numbers and titles.</summary>
internal sealed class AppendixCheck(Programme programme, ParticipantSet participants)
{
    private const int LongestRepeated = 120;
    private readonly TitleMatch _titles = new(programme);
    private readonly NameMatcher _names = new(participants);
    private readonly BaselineReader _reader = new(programme, participants);

    /// <summary>The rows in order, every mistake, and the state where there is none.</summary>
    public (ImmutableArray<AppendixRow> Rows, ImmutableArray<RowMistake> Mistakes, PublishedState? State) Of(ImmutableArray<FoundRow> found)
    {
        var own = found.SelectMany(Own).ToList();
        var state = _reader.Lists([.. found.Where(f => Whole(f.Number) is not null).Select(Baseline)]);
        // A count that is not there is said once, as missing rather than as nought.
        ImmutableArray<RowMistake> mistakes = [.. own, .. _reader.Mistakes.Where(m => !(m.Message.Code == "baseline.count" && own.Exists(o => o.Row == m.Row && o.Message.Code == "reading.count")))];
        var rows = found.Select(f => Row(f, mistakes))
            .Concat(programme.ListDefinitions.Select(l => l.Number).Except(found.Select(f => Whole(f.Number) ?? 0))
                .Select(n => new AppendixRow(n, 0, "", "", [], [], Of(mistakes, n))));
        return ([.. rows.OrderBy(r => r.Number).ThenBy(r => r.Line)], mistakes, mistakes.IsEmpty ? state : null);
    }

    private AppendixRow Row(FoundRow found, ImmutableArray<RowMistake> mistakes)
    {
        var number = Whole(found.Number) ?? 0;
        return new(
            number, found.Line, found.Title, found.Count, [.. found.Names.Select(n => n.Text)],
            [.. found.Names.Select(n => _names.Find(n.Text)).OfType<Participant>().Distinct()], Of(mistakes, number));
    }

    private static ImmutableArray<RowMistake> Of(ImmutableArray<RowMistake> mistakes, int row) => row == 0 ? [] : [.. mistakes.Where(m => m.Row == row)];

    private static BaselineRow Baseline(FoundRow found) => new(
        Whole(found.Number)!.Value, Whole(found.Count) ?? 0, [.. found.Names.Select(n => n.Text)],
        found.Names.Length > 0 && found.Names.All(n => n.Code is not null) ? [.. found.Names.Select(n => n.Code!)] : [])
    {
        Line = found.Line,
        Lines = [.. found.Names.Select(n => n.Line)],
    };

    private IEnumerable<RowMistake> Own(FoundRow found)
    {
        var written = found.Title.Length > LongestRepeated ? $"{found.Title[..LongestRepeated]}\u2026" : found.Title;
        if (Whole(found.Number) is not { } number)
        {
            yield return new(0, found.Line, Message.Of("reading.number", found.Number, written));
            yield break;
        }
        if (Whole(found.Count) is null) yield return new(number, found.Line, Message.Of("reading.count", $"{number}", found.Count));
        var own = programme.ListDefinitions.FirstOrDefault(l => l.Number == number);
        var (nearest, _, alike) = _titles.Nearest(found.Title, number);
        if (own is null || (alike && nearest == own)) yield break;
        yield return alike && nearest is not null
            ? new(number, found.Line, Message.Of("reading.titleOf", $"{number}", written, $"{nearest.Number}"))
            : new(number, found.Line, Message.Of("reading.title", $"{number}", written, own.Title.Default));
    }

    private static int? Whole(string text) => int.TryParse(text.Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
