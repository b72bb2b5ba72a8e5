using System.Collections.Immutable;
using Rollout.Core.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rollout.Core.Programmes;

/// <summary>
/// Looks for references by which a few lines would mean more than any memory holds, or lead in a circle: those within something that is
/// itself referred to, and more than a file ever needs.
/// </summary>
public static class YamlAliases
{
    private const int Most = 100;

    /// <summary>The references that are too many; empty for a file that cannot be read, of which the reader says so.</summary>
    /// <param name="file">The file's name, for the mistakes.</param>
    /// <param name="text">What the file says.</param>
    public static ImmutableArray<Mistake> Mistakes(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        var open = new Stack<bool>();
        var count = 0;
        try
        {
            while (parser.MoveNext())
                switch (parser.Current)
                {
                    case AnchorAlias alias when open.Contains(true) || ++count > Most:
                        return [new(file, (int)alias.Start.Line, (int)alias.Start.Column, Message.Of("yaml.alias", alias.Value.Value))];
                    case MappingStart or SequenceStart:
                        open.Push(!((NodeEvent)parser.Current).Anchor.IsEmpty);
                        break;
                    case MappingEnd or SequenceEnd:
                        open.Pop();
                        break;
                }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            // What cannot be read is said by the reader.
        }
        return [];
    }
}
