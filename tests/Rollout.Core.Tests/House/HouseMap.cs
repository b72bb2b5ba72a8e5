using System.Text.RegularExpressions;

namespace Rollout.Core.Tests.House;

/// <summary>
/// Which folder uses types of which, found by names as tools/house does. A name counts where the file can see it: by its own namespace, a
/// using (its own, a global one, a page's imports) or a qualified name, so that a property called like a type elsewhere draws no arrow.
/// </summary>
internal sealed partial class HouseMap
{
    private readonly Dictionary<(string From, string To), string> _arrows = [];
    private readonly IReadOnlyList<SourceFile> _files;

    public HouseMap(IReadOnlyList<SourceFile> files, IReadOnlyDictionary<string, string[]>? projectUsings = null)
    {
        _files = files;
        var owners = Owners();
        foreach (var file in files)
        {
            var sees = Sees(file, projectUsings ?? new Dictionary<string, string[]>());
            foreach (Match word in Name().Matches(file.Code))
                if (owners.TryGetValue(word.Value, out var owner) && owner.Stem != file.Stem && owner.Folder != file.Folder
                    && (sees.Contains(NamespaceOf(owner)) || IsQualified(file.Code, word.Index, NamespaceOf(owner))))
                    _arrows.TryAdd((file.Folder, owner.Folder), $"{file.Path} uses {word.Value}");
        }
    }

    /// <summary>Every arrow between folders, with one reason for it.</summary>
    public IReadOnlyDictionary<(string From, string To), string> Arrows => _arrows;

    /// <summary>Groups of folders from each of which one comes back to it; told with the arrows within.</summary>
    public IReadOnlyList<string> Circles()
    {
        var reach = _arrows.Keys.SelectMany(a => new[] { a.From, a.To }).Distinct().ToDictionary(f => f, Reach);
        var rings = reach.Keys.Where(f => reach[f].Contains(f))
            .GroupBy(f => string.Join('|', reach[f].Where(g => reach[g].Contains(f)).Order(StringComparer.Ordinal)));
        return [.. rings.Select(ring => Tell([.. ring.Order(StringComparer.Ordinal)]))];
    }

    private string Tell(string[] ring) =>
        $"circle of {ring.Length}: {string.Join(" <-> ", ring)}\n" + string.Concat(
            _arrows.Where(a => ring.Contains(a.Key.From) && ring.Contains(a.Key.To)).Select(a => $"  {a.Key.From} -> {a.Key.To}: {a.Value}\n"));

    private HashSet<string> Reach(string folder)
    {
        var (reached, open) = (new HashSet<string>(), new Queue<string>([folder]));
        while (open.TryDequeue(out var from))
            foreach (var (_, to) in _arrows.Keys.Where(a => a.From == from))
                if (reached.Add(to)) open.Enqueue(to);
        return reached;
    }

    /// <summary>Names of types that one place alone declares.</summary>
    private Dictionary<string, SourceFile> Owners()
    {
        var declared = _files.SelectMany(f => Declaration().Matches(f.Code).Select(m => (Name: m.Groups["name"].Value, File: f)));
        var pages = _files.Where(f => f.IsRazor).Select(f => (Name: f.Stem[(f.Stem.LastIndexOf('/') + 1)..], File: f));
        return declared.Concat(pages).GroupBy(d => d.Name).Where(g => g.Select(d => d.File.Stem).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().File);
    }

    private HashSet<string> Sees(SourceFile file, IReadOnlyDictionary<string, string[]> projectUsings)
    {
        var usings = _files.Where(f => f == file || ImportsFor(f, file)).SelectMany(f => Using().Matches(f.Code).Select(m => m.Groups["name"].Value))
            .Concat(projectUsings.GetValueOrDefault(file.Project, [])).ToList();
        var sees = usings.Concat(usings.Select(Parent)).ToHashSet(StringComparer.Ordinal);
        for (var own = NamespaceOf(file); own.Length > 0; own = Parent(own)) sees.Add(own);
        return sees;
    }

    private static bool ImportsFor(SourceFile imports, SourceFile file) => imports.Project == file.Project
        && (imports.Code.Contains("global using", StringComparison.Ordinal)
            || (file.IsRazor && imports.Path.EndsWith("/_Imports.razor", StringComparison.Ordinal) && file.Folder.StartsWith(imports.Folder, StringComparison.Ordinal)));

    /// <summary>What stands before the last point: of a type its namespace, of a namespace the one around it.</summary>
    private static string Parent(string name) => name.LastIndexOf('.') is >= 0 and var point ? name[..point] : "";

    private static bool IsQualified(string code, int at, string ns)
    {
        var last = ns[(ns.LastIndexOf('.') + 1)..] + ".";
        var start = at - last.Length;
        return start >= 0 && string.CompareOrdinal(code, start, last, 0, last.Length) == 0
            && (start == 0 || !char.IsLetterOrDigit(code[start - 1])) && (start == 0 || code[start - 1] != '.' || Before(code, start, ns));
    }

    private static bool Before(string code, int start, string ns)
    {
        var head = ns[..(ns.LastIndexOf('.') + 1)];
        return head.Length > 0 && start >= head.Length && string.CompareOrdinal(code, start - head.Length, head, 0, head.Length) == 0;
    }

    private static string NamespaceOf(SourceFile file) =>
        Namespace().Match(file.Code) is { Success: true } match ? match.Groups["name"].Value : file.Folder.Replace('/', '.');

    [GeneratedRegex(@"\b[A-Z]\w+", RegexOptions.None, 2000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:class|interface|enum|record\s+struct|record\s+class|record|struct|delegate\s+[\w<>?,.\s]+?)\s+(?<name>[A-Z]\w+)",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(?:namespace|@namespace)\s+(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\busing\s+(?:static\s+)?(?:\w+\s*=\s*)?(?<name>[A-Z][\w.]*)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Using();
}
