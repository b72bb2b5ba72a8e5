using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>The tests, or with the word <c>append</c> one that appends to a ledger until it is killed.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args is [Appender.Word, .. var rest] ? Appender.RunAsync(rest) : TestsAsync(args);

    // Apart: whoever only appends waits for no test framework.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<int> TestsAsync(string[] args) => args.Contains("--server") || args.Contains("--internal-msbuild-node")
        ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
        : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
