using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>Waits for an address and for nothing else.</summary>
internal static class Arrivals
{
    /// <summary>Until the page's address matches; of an address that stands within another's query nobody has arrived yet.</summary>
    public static Task ArrivedAsync(this IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
