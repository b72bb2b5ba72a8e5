using System.Collections.Immutable;
using Rollout.Core.Wording;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rollout.Core.Programmes;

/// <summary>
/// Turns the text of a programme file into a <see cref="Programme"/>. Every mistake is found in one reading, with line, column, what was
/// expected and the nearest known word.
/// </summary>
public static class ProgrammeYaml
{
    /// <summary>Reads a programme file.</summary>
    /// <param name="file">The file's name, for the mistakes; its name without ending must be the programme's key.</param>
    /// <param name="text">What the file says.</param>
    /// <param name="participantSets">Keys of the participant sets that exist.</param>
    public static ProgrammeReading Read(string file, string text, IReadOnlyCollection<string> participantSets) =>
        Read(file, text, new ProgrammeSurroundings(participantSets));

    /// <summary>Reads a programme file within its surroundings: what it names outside itself is found with everything else.</summary>
    /// <param name="file">The file's name, for the mistakes.</param>
    /// <param name="text">What the file says.</param>
    /// <param name="around">What stands around it.</param>
    public static ProgrammeReading Read(string file, string text, ProgrammeSurroundings around) => Read(file, text, around, null);

    /// <summary>As <see cref="Read(string, string, ProgrammeSurroundings)"/>, telling every key and word that was asked for.</summary>
    internal static ProgrammeReading Read(string file, string text, ProgrammeSurroundings around, YamlVocabulary? heard)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        if (Root(file, text, mistakes) is not { } root) return new(null, mistakes.ToImmutable());
        var programme = new ProgrammeReader(new(file, root, mistakes, heard), around).Read();
        return mistakes.Count > 0
            ? new(null, [.. mistakes.Distinct().OrderBy(m => m.Line).ThenBy(m => m.Column)])
            : new(programme, []);
    }

    /// <summary>What a file that reads says, as it stands there.</summary>
    internal static YamlMappingNode? Root(string text) => Root("", text, ImmutableArray.CreateBuilder<Mistake>());

    private static YamlMappingNode? Root(string file, string text, ImmutableArray<Mistake>.Builder mistakes)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (YamlException e)
        {
            mistakes.Add(new(file, (int)e.Start.Line, (int)e.Start.Column, Message.Of("yaml.syntax", e.InnerException?.Message ?? e.Message)));
            return null;
        }
        catch (InvalidOperationException e)
        {
            // The parser's way of saying that a list is never closed; the place is where it last knew what it read.
            var at = parser.Current?.End ?? Mark.Empty;
            mistakes.Add(new(file, (int)at.Line, (int)at.Column, Message.Of("yaml.syntax", e.Message)));
            return null;
        }
        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
        mistakes.Add(new(file, 1, 1, Message.Of("yaml.mapping")));
        return null;
    }
}
