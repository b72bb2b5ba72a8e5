using System.Text.RegularExpressions;

namespace Rollout.Simulator;

/// <summary>Error codes as a version of X-Road spells them: <c>Server.ServerProxy.UnknownService</c> up to 7.7,
/// <c>server.serverproxy.unknown_service</c> from 7.8.</summary>
internal sealed partial class XRoadErrorStyle
{
    private static readonly Version FirstInSnakeCase = new(7, 8);
    private readonly bool _snakeCase;

    private XRoadErrorStyle(bool snakeCase) => _snakeCase = snakeCase;

    public static XRoadErrorStyle Of(string version) => new(Version.Parse(version) >= FirstInSnakeCase);

    public string Spell(string code)
    {
        if (!_snakeCase) return code;

        // The one code whose words changed their order with the spelling.
        var renamed = code.Replace("OutdatedGlobalConf", "GlobalConfOutdated", StringComparison.Ordinal);
        var last = renamed.LastIndexOf('.') + 1;
        return (renamed[..last] + InnerCapital().Replace(renamed[last..], "_")).ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InnerCapital();
}
