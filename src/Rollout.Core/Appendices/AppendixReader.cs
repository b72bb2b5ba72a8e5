using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Baselines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Appendices;

/// <summary>
/// Reads a published appendix: finds its rows in a table or in text, matches titles, names and counts against the programme, and names every
/// mistake with its row and place. It gives a state only when there is none.
/// </summary>
public static class AppendixReader
{
    /// <summary>Characters that are read of a document: many times what the longest appendix has.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>Rows that are looked at: a table with more is none of ours.</summary>
    internal const int MostRows = 200;

    /// <summary>Reads a document.</summary>
    /// <param name="programme">The programme whose lists it has.</param>
    /// <param name="participants">Who takes part.</param>
    /// <param name="document">What was found.</param>
    public static AppendixReading Read(Programme programme, ParticipantSet participants, PrintedDocument document)
    {
        if (document.Text.Length > MostCharacters || document.Tables.Sum(t => t.Rows.Sum(r => r.Cells.Sum(c => (long)c.Length))) > MostCharacters)
            return new(document.Name, false, [], [new(0, 0, Message.Of("reading.tooLong", $"{MostCharacters}"))], null, null, null);
        var text = Folded.Clean(document.Text);
        var (found, fromTable) = Find(programme, participants, document, text);
        if (found.IsEmpty) return new(document.Name, false, [], [new(0, 0, Message.Of("reading.noRows"))], null, StatedDate.In(text), StatedDate.NumberIn(text));
        var check = new AppendixCheck(programme, participants);
        var (rows, mistakes, state) = check.Of(found);
        return new(document.Name, fromTable, rows, mistakes, state, StatedDate.In(text), StatedDate.NumberIn(text));
    }

    /// <summary>The table with the most rows of ours, or the text where that has more.</summary>
    private static (ImmutableArray<FoundRow> Rows, bool FromTable) Find(Programme programme, ParticipantSet participants, PrintedDocument document, string text)
    {
        var tables = new AppendixTable(programme, participants);
        var numbers = programme.ListDefinitions.Select(l => l.Number.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<FoundRow> best = [];
        var cleaned = document.Tables.Select(t => new PrintedTable([.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(Folded.Clean)] })])).ToList();
        // The lists may be cut into a table a page: then all of them together have the most.
        if (cleaned.Count > 1) cleaned.Add(new([.. cleaned.SelectMany(t => t.Rows)]));
        foreach (var table in cleaned)
            if (tables.Rows(table) is var rows && rows.Length <= MostRows && Known(rows) > Known(best)) best = rows;
        // Text of a table would be read as rows of text once more, to no end.
        if (Known(best) == numbers.Count) return (best, true);
        var inText = new AppendixText(programme, participants).Rows(text);
        return Known(inText) > Known(best) ? (inText, false) : (best, true);

        int Known(ImmutableArray<FoundRow> rows) => rows.Select(r => r.Number).Distinct(StringComparer.Ordinal).Count(numbers.Contains);
    }
}
