using System.Globalization;
using Microsoft.Extensions.Options;

namespace Rollout.Web.Operations;

/// <summary>How the program ends: <c>Shutdown</c> and <c>Shutdown:Drain</c>, in seconds.</summary>
/// <param name="Limit">Within which it ends; what is still under way then is cut off.</param>
/// <param name="Drain">For how long it still answers while readiness says that it ends, so that a proxy sends nobody here any more.</param>
public sealed record ShutdownSettings(TimeSpan Limit, TimeSpan Drain)
{
    private const string Whole = "Shutdown";
    private const string Before = "Shutdown:Drain";

    /// <summary>Reads them.</summary>
    /// <exception cref="OptionsValidationException">They are wrong, all mistakes together.</exception>
    public static ShutdownSettings Of(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var (limit, drain) = (Seconds(Whole, 20), Seconds(Before, 0));
        if (drain > 0 && drain >= limit) mistakes.Add($"{Before}: {drain} (< {Whole}: {limit})");
        return mistakes.Count > 0 ? throw new OptionsValidationException(Whole, typeof(ShutdownSettings), mistakes) : new(TimeSpan.FromSeconds(limit), TimeSpan.FromSeconds(drain));

        double Seconds(string key, double usual)
        {
            if (configuration[key] is not { Length: > 0 } text) return usual;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return seconds;
            mistakes.Add($"{key}: {text} (0.5, 20)");
            return usual;
        }
    }
}
