using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Rollout.Probing;
using Rollout.Storage.Ledgers;
using Rollout.Web.Hosting;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Operations;

/// <summary>Logs are kept and sent elsewhere: no name, address or secret of anybody stands in them.</summary>
public sealed partial class LogTemplatesTests
{
    /// <summary>What a message may tell, each because it names no person: whoever adds one says here that it does not.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        // The program and its machine.
        "urls", "folder", "version", "program", "why", "drain", "limit", "start", "speed",
        // The ledger: numbers of entries, codes of rules, kinds of lines.
        "count", "seq", "kind", "refusal",
        // Backups: how large, and how many went.
        "bytes", "removed",
        // Files that came with the program: their place and what is wrong with them.
        "mistake",
        // Reminders: how many, and what kind of answer the mail server gave.
        "sent", "failed", "problem", "answer",
        // Programmes and who takes part: codes and keys, provinces and not people.
        "programme", "phase", "participant", "probe", "owner", "code", "touched", "reason",
        // Addresses of installations that this one is told to reach, and what the network said of them.
        "reference", "detail",
    };

    private static IEnumerable<(string Method, string Template)> Messages =>
        from assembly in new[] { typeof(RolloutServer).Assembly, typeof(StepRecorder).Assembly, typeof(ProbeRunner).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select ($"{type.FullName}.{method.Name}", message.Message);

    [Fact]
    public void Message_names_nothing_but_what_is_known_to_be_harmless()
    {
        Assert.True(Messages.Count() > 15);
        Assert.Empty(Messages.SelectMany(m => Hole().Matches(m.Template).Select(h => (m.Method, Name: h.Groups["name"].Value)))
            .Where(m => !Harmless.Contains(m.Name.ToLowerInvariant())).Select(m => $"{m.Method}: {m.Name}"));
    }

    [Fact]
    public void Message_that_is_harmless_is_written_somewhere() =>
        Assert.Empty(Harmless.Except(Messages.SelectMany(m => Hole().Matches(m.Template).Select(h => h.Groups["name"].Value.ToLowerInvariant()))));

    [Fact]
    public void Logger_is_called_by_generated_messages_alone() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories),
            f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && DirectCall().IsMatch(File.ReadAllText(f)));

    [GeneratedRegex(@"\{(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\((LogLevel|""|\$|e,|ex)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DirectCall();
}
