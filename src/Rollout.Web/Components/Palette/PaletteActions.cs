using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Palette;

/// <summary>What one may do from anywhere. A name here is no permission: whatever writes asks the accounts again.</summary>
internal static class PaletteActions
{
    private const int Week = 7;
    private static readonly string[] Languages = ["vi", "en"];

    public static ImmutableArray<PaletteEntry> Of(Texts texts, BoardView? view, Person? person, bool demo, DateTimeOffset now, string[] formats, ProgrammeCatalog catalog)
    {
        var all = ImmutableArray.CreateBuilder<PaletteEntry>();
        if (view is not null)
        {
            AddBoard(all, texts, view, person, now, formats);
            AddProgrammes(all, texts, view, person, catalog);
        }
        foreach (var language in Languages.Where(l => l != Texts.Language))
            all.Add(Named(texts, "language", "talk", texts[$"language.{language}"]) with { Id = $"do:language:{language}", Act = "language", Href = language });
        all.Add(Named(texts, "print", "print") with { Act = "print" });
        all.Add(Named(texts, "copy", "copy") with { Act = "copy" });
        all.Add(Named(texts, "help", "question") with { Act = "help" });
        if (demo) all.Add(Named(texts, "tour", "next") with { Href = "/?tour=1", Plain = true });
        all.Add(person is null ? Named(texts, "signIn", "next") with { Act = "signIn" } : Named(texts, "signOut", "back", person.FullName) with { Act = "signOut" });
        return all.ToImmutable();
    }

    private static void AddBoard(ImmutableArray<PaletteEntry>.Builder all, Texts texts, BoardView view, Person? person, DateTimeOffset now, string[] formats)
    {
        foreach (var phase in view.Programme.Phases.Where(p => p != view.Phase))
            all.Add(Named(texts, "phase", "half", Texts.Of(phase.Title)) with { Id = $"do:phase:{phase.Key}", Set = new Dictionary<string, string?> { ["phase"] = phase.Key } });
        if (!view.Live) all.Add(Named(texts, "now", "calendar") with { Set = Times(null) });
        var today = HanoiTime.DayOf(now);
        foreach (var (key, day) in ((string, DateOnly)[])[("dayBefore", today.AddDays(-1)), ("weekBefore", today.AddDays(-Week))])
            all.Add(Named(texts, key, "calendar", Texts.Day(HanoiTime.StartOf(day))) with { Set = Times(TextHelpers.IsoDay(HanoiTime.StartOf(day))) });
        foreach (var format in formats)
            all.Add(Named(texts, "download", "download", Texts.Of(view.Programme.Appendix.Name), format) with
            {
                Id = $"do:download:{format}",
                Act = "download",
                Href = $"/api/v1/programmes/{view.Programme.Key}/status-lists.{format}?phase={view.Phase.Key}{Here.Times(view)}",
            });
        if (person?.Mandate.MayRunProbes(default) == true)
            all.Add(Named(texts, "run", "pulse") with { Act = "run", Href = $"/api/v1/programmes/{view.Programme.Key}/probes/run" });
    }

    /// <summary>To the first page of another programme, at the same instants: a phase or a filter of this one would mean nothing there.</summary>
    private static void AddProgrammes(ImmutableArray<PaletteEntry>.Builder all, Texts texts, BoardView view, Person? person, ProgrammeCatalog catalog) =>
        all.AddRange(catalog.All.Select(i => i.Programme).Where(p => p.Key != view.Programme.Key).Select(p => Named(texts, "programme", "grid", Texts.Of(p.Title)) with
        {
            Id = $"do:programme:{p.Key}",
            Href = $"{(person?.Mandate.MayRead(p, null) == false ? "/inbox" : "/")}?programme={p.Key}{Here.Times(view)}",
            Plain = true,
        }));

    /// <summary>An action is found by its name and by the other words people use for it.</summary>
    private static PaletteEntry Named(Texts texts, string key, string sign, params object[] facts)
    {
        var title = texts[$"palette.do.{key}", facts];
        return new($"do:{key}", title, "", PlainText.Of($"{title} {texts[$"palette.do.{key}.also"]}"), sign);
    }

    private static Dictionary<string, string?> Times(string? day) => new(StringComparer.Ordinal) { ["asOf"] = day, ["knownOn"] = null };
}
