using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>Reads what documents say of the whole.</summary>
/// <param name="documents">Keys of the documents.</param>
/// <param name="lists">Numbers of the status lists.</param>
/// <param name="steps">Keys of the steps.</param>
/// <param name="statuses">Words of the statuses.</param>
/// <param name="measures">The measures.</param>
internal sealed class PublishedFigureReader(
    IReadOnlyCollection<string> documents, IReadOnlyCollection<string> lists, IReadOnlyCollection<string> steps, IReadOnlyCollection<string> statuses,
    ImmutableArray<MeasureDefinition> measures)
{
    public ImmutableArray<PublishedFigure> Read(YamlSection root)
    {
        var figures = ImmutableArray.CreateBuilder<PublishedFigure>();
        foreach (var s in root.Sections("figuresPublished", required: false))
        {
            figures.Add(Figure(s));
            s.Finish();
        }
        return figures.ToImmutable();
    }

    private PublishedFigure Figure(YamlSection s)
    {
        var value = s.Amount("value", 0, MeasureDefinition.MostCounted) ?? 0;
        var outOf = s.Amount("outOf", 0, MeasureDefinition.MostCounted, required: false);
        if (value > outOf) s.Wrong(s.Node("value")!, "yaml.outOf", ExactNumber.Of(value), ExactNumber.Of(outOf.Value));
        return new(s.Word("key"), s.Text("title"), value, AsOf(s), s.Known("source", documents))
        {
            OutOf = outOf,
            OrMore = s.Flag("orMore"),
            Unit = s.Node("unit", required: false) is null ? null : s.Text("unit"),
            Beside = Beside(s),
        };
    }

    private static PartialDate AsOf(YamlSection s)
    {
        var word = s.Word("asOf");
        if (PartialDate.Parse(word) is { } date) return date;
        if (word.Length > 0) s.Wrong(s.Node("asOf")!, "yaml.partialDate", word);
        return default;
    }

    private BesideCount? Beside(YamlSection owner)
    {
        if (owner.Section("beside", required: false) is not { } s) return null;
        var list = s.OptionalKnown("list", lists);
        var step = s.OptionalKnown("step", steps);
        var status = step is null ? null : s.Known("is", statuses);
        var measure = s.OptionalKnown("measure", [.. measures.Select(m => m.Key)]);
        if (new[] { list, step, measure }.Count(k => k is not null) != 1) s.WrongHere("yaml.beside");
        if (measures.FirstOrDefault(m => m.Key == measure) is { Sums: false }) s.Wrong(s.Node("measure")!, "yaml.noTotal", measure!);
        s.Finish();
        return list is not null ? new BesideCount.InList(int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            : step is not null ? new BesideCount.AtStep(step, status!)
            : measure is not null ? new BesideCount.OfMeasure(measure)
            : null;
    }
}
