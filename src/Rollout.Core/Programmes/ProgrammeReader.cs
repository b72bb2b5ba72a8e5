using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>Reads the sections of a programme file. What sections may refer to is collected first, so that order in the file does not matter.</summary>
internal sealed class ProgrammeReader
{
    // Statuses and bases belong to the steps, which know the programme and not the other way round: their words are told by it.
    private static readonly string[] Statuses = ["notStarted", "inProgress", "reported", "done", "blocked"];
    private static readonly string[] Bases = ["baseline", "report", "confirmation", "probe", "correction"];

    private readonly ImmutableArray<string> _agencies;
    private readonly ApplicabilityReader _applies;
    private readonly ProgrammeSurroundings _around;
    private readonly DeadlineReader _deadlines;
    private readonly ImmutableArray<string> _documents;
    private readonly ImmutableArray<string> _listNumbers;
    private readonly ImmutableArray<string> _measures;
    private readonly StatusListReader _lists;
    private readonly ImmutableArray<string> _phases;
    private readonly ImmutableArray<string> _probes;
    private readonly YamlSection _root;
    private readonly HashSet<string> _steps = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _systems;

    public ProgrammeReader(YamlSection root, ProgrammeSurroundings around)
    {
        (_root, _around) = (root, around);
        _agencies = root.KeysOf("organisations");
        _documents = root.KeysOf("documents");
        _systems = root.KeysOf("systems");
        _phases = root.KeysOf("phases");
        _probes = root.KeysOf("probes");
        _deadlines = new(_phases, _documents);
        var steps = root.KeysWithin("parts", "steps");
        _applies = new(steps, around.CodesOf(root.Words("participants", required: false)));
        _measures = root.KeysOf("measures");
        _lists = new(_systems, steps, _measures);
        _listNumbers = root.KeysOf("statusLists", "number");
        // Nothing refers to these from before, but doubled ones would hide each other.
        foreach (var list in (string[])["parts", "figuresPublished"]) root.KeysOf(list);
    }

    public Programme Read()
    {
        var systems = ReadAll("systems", ReadSystem, required: false);
        var parts = ReadAll("parts", ReadPart);
        var unique = parts.SelectMany(p => p.Steps).Select(s => s.Key).Distinct(StringComparer.Ordinal).Count() == parts.Sum(p => p.Steps.Length);
        var phases = ReadAll("phases", ReadPhase);
        var policy = ReadPolicy(_root.Section("verification", required: false), VerificationPolicy.Usual, whole: true);
        var (due, soonWithin) = _deadlines.ReadWhole(_root);
        var measures = MeasureReader.Read(_root, _agencies, _documents, _measures);
        var programme = new Programme(_root.Word("key"), [.. phases.DistinctBy(p => p.Key)], unique ? parts : [])
        {
            Title = _root.Text("title"),
            Lead = _root.Known("lead", _agencies),
            ParticipantSets = ParticipantSetsReader.Read(_root, _around),
            ParticipantWord = _root.Text("participantWord"),
            Map = _root.OptionalWord("map"),
            Order = _root.OptionalNumber("order"),
            Reading = _root.Choice("reading", ReadingScope.All, required: false),
            Organisations = ReadAll("organisations", ReadOrganisation),
            Documents = ReadAll("documents", ReadDocument, required: false),
            Systems = systems,
            Probes = ReadAll("probes", s => ReadProbe(s, systems, phases, policy), required: false),
            Verification = policy,
            ListDefinitions = ReadAll("statusLists", _lists.Read),
            Appendix = ReadAppendix(),
            Minutes = MinutesReader.Read(_root, required: parts.Any(p => p.Steps.Any(s => s.Minutes))),
            Changes = MovementReader.Changes(_root, Statuses, Bases),
            Weekly = MovementReader.Weekly(_root),
            Checklist = FormsReader.Checklist(_root),
            Progress = FormsReader.Progress(_root),
            Letter = FormsReader.Letter(_root),
            Collection = new CollectionReader(_documents, [.. parts.SelectMany(p => p.Steps)], _measures).Read(_root),
            Service = ReadService(),
            Glossary = GlossaryReader.Read(_root, _documents),
            Closing = ClosingReader.Read(_root, _around.Programmes),
            Due = due,
            SoonWithin = soonWithin,
            Measures = measures,
            PublishedFigures = new PublishedFigureReader(_documents, _listNumbers, _steps, Statuses, measures).Read(_root),
            Baselines = ReadAll("baselines", ReadBaseline, required: false),
            BlockerKinds = [.. _root.Pairs("blockerKinds").Select(p => KeyValuePair.Create(p.Key, YamlSection.Text(p.Value)))],
        };
        _root.Finish();
        return programme;
    }

    private ImmutableArray<T> ReadAll<T>(string key, Func<YamlSection, T> read, bool required = true)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var section in _root.Sections(key, required))
        {
            all.Add(read(section));
            section.Finish();
        }
        return all.ToImmutable();
    }

    private static Organisation ReadOrganisation(YamlSection s)
    {
        var names = ImmutableArray.CreateBuilder<OrganisationName>();
        foreach (var name in s.Sections("names"))
        {
            var from = name.Instant("from", required: false);
            names.Add(new(name.Text("full"), name.Text("short"), from is null ? null : HanoiTime.DayOf(from.Value)));
            name.Finish();
        }
        return new(s.Word("key"), names.ToImmutable()) { ConfirmWithin = s.OptionalNumber("confirmWithin") };
    }

    private static SourceDocument ReadDocument(YamlSection s) =>
        new(s.Word("key"), s.Word("number"), s.Word("issuer"), s.OptionalWord("date") ?? "", s.Text("title"));

    private ConnectedSystem ReadSystem(YamlSection s)
    {
        var title = s.Text("title");
        return new(s.Word("key"), title, s.Text("short", title), s.Known("owner", _agencies), s.OptionalKnown("via", _agencies), s.OptionalWord("client"), s.OptionalKnown("registry", _agencies));
    }

    private Phase ReadPhase(YamlSection s)
    {
        var title = s.Text("title");
        return new(s.Word("key"), title, s.Text("short", title), s.OptionalKnown("after", _phases), s.Instant("knownFrom", required: false));
    }

    private Part ReadPart(YamlSection s)
    {
        var key = s.Word("key");
        var title = s.Text("title");
        var steps = ImmutableArray.CreateBuilder<StepDefinition>();
        foreach (var step in s.Sections("steps"))
        {
            steps.Add(ReadStep(step, key));
            step.Finish();
        }
        return new(key, title, s.Text("short", title), s.OptionalKnown("system", _systems), steps.ToImmutable());
    }

    private StepDefinition ReadStep(YamlSection s, string part)
    {
        var key = s.Word("key");
        if (key.Length > 0 && !_steps.Add(key)) s.Wrong(s.Node("key")!, "yaml.doubled", key);
        var title = s.Text("title");
        return new(
            key, part, title, s.Text("text", title), s.KnownList("reports", _agencies.Add(StepDefinition.Participant)), ReadSettlement(s),
            s.Flag("takeOver"))
        { Minutes = s.Flag("minutes"), Due = _deadlines.Terms(s, "due"), Applies = _applies.Read(s, key) };
    }

    private Settlement ReadSettlement(YamlSection s)
    {
        var confirm = s.Section("confirm", required: false);
        var any = confirm?.KnownList("any", _agencies, required: false) ?? [];
        var all = confirm?.KnownList("all", _agencies, required: false) ?? [];
        if (confirm is not null && any.IsEmpty == all.IsEmpty) confirm.WrongHere("yaml.anyOrAll");
        confirm?.Finish();
        var probe = s.Section("probe", required: false);
        var settles = probe?.KnownList("settles", _probes, required: false) ?? [];
        var evidence = probe?.KnownList("evidence", _probes, required: false) ?? [];
        if (probe is not null && settles.IsEmpty == evidence.IsEmpty) probe.WrongHere("yaml.settlesOrEvidence");
        probe?.Finish();
        var fallback = s.OptionalKnown("fallback", _agencies);
        var role = !settles.IsEmpty ? ProbeRole.Settles : evidence.IsEmpty ? ProbeRole.None : ProbeRole.Evidence;
        if (role != ProbeRole.Settles && any.IsEmpty && all.IsEmpty) s.WrongHere("yaml.unsettled", s.Word("key"));
        if (role == ProbeRole.Settles && fallback is null && any.IsEmpty && all.IsEmpty) s.WrongHere("yaml.noFallback", s.Word("key"));
        return new(any.IsEmpty ? all : any, !all.IsEmpty, settles.IsEmpty ? evidence : settles, role, fallback);
    }

    private ProbeDefinition ReadProbe(YamlSection s, ImmutableArray<ConnectedSystem> systems, ImmutableArray<Phase> all, VerificationPolicy policy)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var at in s.Node("conditions", required: false) as YamlSequenceNode ?? [])
        {
            var text = (at as YamlScalarNode)?.Value ?? "";
            if (Condition.Parse(text) is { } condition) conditions.Add(condition);
            else s.Wrong(at, "yaml.condition", text);
        }
        var system = systems.FirstOrDefault(x => x.Key == s.OptionalKnown("system", _systems));
        var phases = s.KnownList("phases", _phases, required: false);
        var kind = s.Choice("kind", ProbeKind.Http);
        var leg = s.Choice("leg", DossierLeg.Arrived, required: kind == ProbeKind.Dossier);
        // What is submitted is made up: it may never reach a phase that follows another, where citizens' dossiers are.
        if (kind == ProbeKind.Dossier && all.Any(p => p.After is not null && (phases.IsEmpty || phases.Contains(p.Key)))) s.WrongHere("yaml.dossierPhase", s.Word("key"));
        return new(
            s.Word("key"), kind, s.Word("role"), s.OptionalWord("method") ?? "GET",
            s.Pairs("headers", required: false).ToFrozenDictionary(p => p.Key, p => (p.Value as YamlScalarNode)?.Value ?? "", StringComparer.OrdinalIgnoreCase),
            conditions.ToImmutable(), s.Words("services", required: false), s.OptionalWord("client") ?? system?.Client, system?.Via, system?.Owner,
            phases.IsEmpty ? _phases : phases, s.Duration("timeout", TimeSpan.FromSeconds(10)))
        {
            Policy = ReadPolicy(s, policy, whole: false),
            Body = s.OptionalWord("body"),
            SystemKey = system?.Key,
            Registry = system?.Registry,
            Listing = s.Choice("listing", ServiceListing.ListMethods, required: false),
            Health = s.Flag("health"),
            Leg = kind == ProbeKind.Dossier ? leg : null,
        };
    }

    private static VerificationPolicy ReadPolicy(YamlSection? s, VerificationPolicy otherwise, bool whole)
    {
        if (s is null) return otherwise;
        var policy = new VerificationPolicy(
            s.Duration("every", otherwise.Every), s.Number("advanceAfter", otherwise.AdvanceAfter), s.Number("failAfter", otherwise.FailAfter),
            s.Duration("regressAfter", otherwise.RegressAfter));
        if (whole) s.Finish();
        return policy;
    }

    private AppendixForm ReadAppendix()
    {
        if (_root.Section("appendix") is not { } s) return new(LocalizedText.Of(""), LocalizedText.Of(""), LocalizedText.Of(""), []);
        var columns = (s.Node("columns") as YamlSequenceNode ?? []).Select(YamlSection.Text).ToImmutableArray();
        if (columns.Length != 4) s.WrongHere("yaml.columns", "4");
        var form = new AppendixForm(s.Text("name"), s.Text("title"), s.Text("issuedWith"), columns) { IssuedWithNumber = ReadIssuedWithNumber(s) };
        s.Finish();
        return form;
    }

    /// <summary>A letter's line without its number or date would be a blank that nobody sees.</summary>
    private static LocalizedText? ReadIssuedWithNumber(YamlSection s)
    {
        if (s.Node("issuedWithNumber", required: false) is not { } at) return null;
        var text = s.Text("issuedWithNumber");
        foreach (var blank in (string[])["{number}", "{day}", "{month}", "{year}"])
            if (text.Others.Values.Append(text.Default).Any(t => !t.Contains(blank, StringComparison.Ordinal))) s.Wrong(at, "yaml.blank", blank);
        return text;
    }

    private ServiceTerms? ReadService()
    {
        if (_root.Section("service", required: false) is not { } s) return null;
        var service = new ServiceTerms(s.Known("setBy", _agencies), s.Text("title"));
        s.Finish();
        return service;
    }

    private BaselineSource ReadBaseline(YamlSection s) => new(
        ReadFile(s), s.KnownList("phase", _phases), s.Instant("date") ?? default, s.Choice("precision", DatePrecision.Day, required: false),
        s.Known("source", _documents));

    private string ReadFile(YamlSection s) =>
        _around.Baselines is not { } files ? s.Word("file") : s.Node("file") is { } at ? s.Known(at, files) : "";
}
