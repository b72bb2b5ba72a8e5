using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Guide;

/// <summary>The words of a programme and of the product, together.</summary>
public static class GuideWords
{
    /// <summary>Those of a page: first the programme's.</summary>
    public static ImmutableArray<GuideWord> Of(Texts texts, Programme programme, GuidePage page) =>
        [.. programme.Glossary.Terms.Where(t => t.About.Any(page.About.Contains)).Select(Of), .. page.Words.Select(w => Of(texts, programme, w))];

    /// <summary>All of them in the order of the reader's language.</summary>
    public static ImmutableArray<GuideWord> All(Texts texts, Programme programme) =>
    [
        .. programme.Glossary.Terms.Select(Of).Concat(Glossary.ProductWords.Select(w => Of(texts, programme, w)))
            .OrderBy(w => w.Term, StringComparer.Create(CultureInfo.GetCultureInfo(Texts.Language), ignoreCase: true)),
    ];

    /// <summary>Under which letter a word stands.</summary>
    public static string Letter(string term)
    {
        // What a letter wears at its foot or head does not move it to another place, but for the bar of the Vietnamese D, whose letter is its own.
        var first = char.ToUpperInvariant(term.Normalize(System.Text.NormalizationForm.FormD)[0]);
        return char.IsLetter(first) ? $"{first}" : "0–9";
    }

    private static GuideWord Of(GlossaryTerm term) => new($"term-{term.Key}", Texts.Of(term.Term), Texts.Of(term.Meaning), term.Source);

    private static GuideWord Of(Texts texts, Programme programme, string word) =>
        new($"word-{word}", texts[$"word.{word}"], texts[$"word.{word}.means"], programme.Glossary.Sources.GetValueOrDefault(word));
}
