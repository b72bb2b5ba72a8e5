using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Rollout.Web.Jobs;

namespace Rollout.Web.Operations;

/// <summary>This process: which program it is, and since when it runs.</summary>
public static class ThisNode
{
    private static readonly string[] Informational =
        (typeof(ThisNode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+', 2);

    /// <summary>The program's version.</summary>
    public static string Version => Informational[0];

    /// <summary>The commit it was built from, as short as people write it; null when the build did not say.</summary>
    public static string? Commit => Informational.Length > 1 ? Informational[1][..Math.Min(12, Informational[1].Length)] : null;

    /// <summary>The runtime.</summary>
    public static string Runtime => RuntimeInformation.FrameworkDescription;

    /// <summary>What it is called among the nodes.</summary>
    public static string Key => NodeLine.Own;

    /// <summary>When it began, real time.</summary>
    public static DateTimeOffset Began { get; } = new DateTimeOffset(Process.GetCurrentProcess().StartTime).ToUniversalTime();
}
