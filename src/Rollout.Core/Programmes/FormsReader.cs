using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>Reads how a programme words its documents; each is optional, and without its words it is not offered.</summary>
internal static class FormsReader
{
    private static readonly string[] ItemPlaces = ["count", "deadline", "systems", "agency", "list"];

    /// <summary>Appendix II; null when the programme has no words for it.</summary>
    public static ChecklistForm? Checklist(YamlSection root)
    {
        if (Form(root, "checklist") is not { } s) return null;
        var form = new ChecklistForm(
            s.Text("name"), s.Text("title"), s.Text("issuedWith"), s.Text("state", "participant", "phase", "asOf"), s.Columns("columns", ChecklistForm.Heads));
        s.Section.Finish();
        return form;
    }

    /// <summary>The progress report; null when the programme has no words for it.</summary>
    public static ProgressForm? Progress(YamlSection root)
    {
        if (Form(root, "progress") is not { } s) return null;
        var form = new ProgressForm(
            s.Text("title"), s.Text("state", "phase", "asOf"), s.Text("service"), s.Text("serviceState", "service", "interrupted", "open", "total"),
            s.Text("serviceSince", "since", "days"), s.Text("systems"),
            s.Text("systemState", "system", "completed", "inProgress", "notStarted", "unknown", "total"), s.Text("stepsState", "done", "steps", "endToEnd", "total"),
            s.Text("map", "asOf"), s.Text("mapNote"), s.Text("islands", "participant"), s.Text("trend"), s.Text("trendNote"),
            s.Text("trendEstimate", "system", "earliest", "latest"), s.Text("trendOpen", "system", "earliest"), s.Text("regions"),
            s.Columns("regionColumns", 3, "system"), s.Text("all"), s.Text("stuck"), s.Text("nothingStuck"), s.Text("stuckMore", "count"), s.Columns("stuckColumns", 6));
        s.Section.Finish();
        return form;
    }

    /// <summary>The letter that reminds; null when the programme has no words for it.</summary>
    public static LetterForm? Letter(YamlSection root)
    {
        if (Form(root, "letter") is not { } s) return null;
        var form = new LetterForm(
            s.Text("title"), s.Text("agency"), s.Text("number"), s.Text("subject", "systems"), s.Text("country"), s.Text("motto"), s.Text("place", "year"),
            s.Text("to"), s.Sentences("addressees"), s.Text("agencyAddressee", "agency"), s.Sentences("bases"), s.Text("standing", "asOf", "phase"),
            s.Text("systemStanding", "system", "completed", "total", "remaining"), s.Text("request"),
            Section(s, "notCompleted", 3, ItemPlaces), Section(s, "completed", 4, ItemPlaces), Section(s, "waiting", 5, ItemPlaces), Section(s, "unknown", 2, ItemPlaces),
            s.Text("contact"), s.Text("thanks"), s.Text("recipientsHead"), s.Sentences("recipients"), Signatures(s.Section), Head(s.Section));
        s.Section.Finish();
        return form;
    }

    private static FormReader? Form(YamlSection root, string key) => root.Section(key, required: false) is { } s ? new(s) : null;

    /// <summary>What a letter says to one group.</summary>
    /// <param name="of">The letter.</param>
    /// <param name="key">The group.</param>
    /// <param name="columns">How many columns its list has.</param>
    /// <param name="places">The places of its sentences.</param>
    public static LetterSection Section(FormReader of, string key, int columns, params ReadOnlySpan<string> places)
    {
        if (of.Section.Section(key) is not { } section) return new(LocalizedText.Of(""), [], LocalizedText.Of(""), []);
        var s = new FormReader(section);
        var read = new LetterSection(
            s.Text("head"), s.Sentences("items", places), s.Text("list"), s.Columns("columns", columns, "system"));
        section.Finish();
        return read;
    }

    /// <summary>The ways to sign a letter, at least one.</summary>
    public static ImmutableArray<LetterSignature> Signatures(YamlSection s)
    {
        s.KeysOf("signatures");
        var all = ImmutableArray.CreateBuilder<LetterSignature>();
        foreach (var section in s.Sections("signatures"))
        {
            all.Add(new(section.Word("key"), new FormReader(section).Sentences("lines")));
            section.Finish();
        }
        if (all.Count == 0) s.WrongHere("yaml.missing", "signatures");
        return all.ToImmutable();
    }

    /// <summary>The head of a letter's phụ lục.</summary>
    public static AppendixHead Head(YamlSection of)
    {
        if (of.Section("appendix") is not { } s) return new(LocalizedText.Of(""), LocalizedText.Of(""), LocalizedText.Of(""));
        var head = new AppendixHead(s.Text("name"), s.Text("title"), s.Text("issuedWith"));
        s.Finish();
        return head;
    }
}
