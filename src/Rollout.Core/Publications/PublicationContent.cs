using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>What a publication prints. Frozen when it is submitted; until then it is made anew from the board at every look.</summary>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Phase">Key of the phase.</param>
/// <param name="AsOf">The instant whose state it tells, in whole milliseconds.</param>
/// <param name="KnownOn">What was known then: the moment of submission.</param>
/// <param name="Head">What stands above the rows.</param>
/// <param name="Rows">The rows, those that the drafter added last.</param>
/// <param name="Notes">The notes under the table.</param>
public sealed record PublicationContent(
    string Programme, string Phase, DateTimeOffset AsOf, DateTimeOffset KnownOn, PublishedHead Head, ValueList<PublishedRow> Rows, ValueList<string> Notes)
{
    /// <summary>The language of official letters; a programme whose file has no text in it is printed in the file's own.</summary>
    public const string Language = "vi";

    /// <summary>Makes the content of a reading of the lists. Decisions on names that some row tells by now are left out.</summary>
    /// <param name="lists">The reading, as of the plan's instant.</param>
    /// <param name="knownOn">What was known then.</param>
    /// <param name="plan">What the drafter decided.</param>
    public static PublicationContent Of(StatusLists lists, DateTimeOffset knownOn, PublicationPlan plan)
    {
        var programme = lists.Board.Programme;
        var form = programme.Appendix;
        var placed = Missing(lists).Select(m => (Missing: m, Placing: PlacingOf(plan, m))).Where(p => p.Placing is not null).ToList();
        var last = lists.Lists.IsEmpty ? 0 : lists.Lists[^1].Definition.Number;
        var rows = lists.Lists.Select(l => new PublishedRow(
            l.Definition.Number, l.Definition.Title.In(Language), [.. l.Participants.Select(p => new PublishedName(p.Code, p.Name))], Extra: false));
        var extra = Gathered(PlacingKind.Row).Select((g, i) => new PublishedRow(last + i + 1, g.Key, [.. g.Distinct()], Extra: true));
        var notes = Gathered(PlacingKind.Note).Select(g => $"{string.Join(", ", g.Distinct().Select(n => n.Name))}: {g.Key}");
        return new(
            programme.Key, lists.Phase.Key, HanoiTime.Local(lists.AsOf), HanoiTime.Local(knownOn),
            new(
                form.Name.In(Language), form.Title.In(Language), lists.Phase.Title.In(Language), form.IssuedWith.In(Language),
                form.IssuedWithNumber?.In(Language) ?? "", [.. form.Columns.Select(c => c.In(Language))]),
            [.. rows, .. extra], [.. notes, .. plan.Remarks]);

        IEnumerable<IGrouping<string, PublishedName>> Gathered(PlacingKind kind) =>
            placed.Where(p => p.Placing!.Kind == kind).GroupBy(p => p.Placing!.Text.Trim(), p => new PublishedName(p.Missing.Code, p.Missing.Name), StringComparer.Ordinal);
    }

    /// <summary>
    /// Who is missing: for each system and step that some rule speaks of, everybody whom it concerns and who stands in none of the rows that
    /// speak of it. Rows may overlap ("completed both" beside "completed the first"), so that more than one row is no mistake; none is.
    /// </summary>
    public static ImmutableArray<MissingName> Missing(StatusLists lists)
    {
        var programme = lists.Board.Programme;
        var missing = ImmutableArray.CreateBuilder<MissingName>();
        foreach (var subject in ListSubject.Of(programme))
        {
            var told = lists.Lists.Where(l => subject.Asked(l.Definition) is not null).SelectMany(l => l.Participants).Select(p => p.Id).ToHashSet();
            missing.AddRange(lists.Board.Rows.Where(r => !told.Contains(r.Participant.Id) && subject.Concerns(programme, r, lists.Phase.Key)).Select(r => r.Participant)
                .Select(p => new MissingName(subject.Key, p.Code, p.Name, lists.Unknown.Contains(p))));
        }
        return missing.ToImmutable();
    }

    /// <summary>Those of the missing on whom nothing is decided yet.</summary>
    public static ImmutableArray<MissingName> Undecided(StatusLists lists, PublicationPlan plan) => [.. Missing(lists).Where(m => PlacingOf(plan, m) is null)];

    private static Placing? PlacingOf(PublicationPlan plan, MissingName missing) =>
        plan.Placings.FirstOrDefault(p => p.SystemKey == missing.SystemKey && p.Code == missing.Code);
}
