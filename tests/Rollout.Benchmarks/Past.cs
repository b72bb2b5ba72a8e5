using System.Diagnostics;
using System.Globalization;

namespace Rollout.Benchmarks;

/// <summary>Pages of a past board beside those of the present one, as the published server renders them over 1,000,000 entries; no past instant is asked for twice.</summary>
internal static class Past
{
    private const int Many = 1_000_000;
    private const int Rounds = 40;
    private static readonly string[] Pages = ["/board", "/lists", "/participants/92", "/"];

    public static async Task RunAsync()
    {
        var (program, _) = Servers.Published();
        var folder = Directory.CreateTempSubdirectory("bench-past-").FullName;
        try
        {
            LedgerOpenings.Fill(folder, Many);
            var port = Servers.FreePort();
            using var server = Servers.Start(program, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");
            await Servers.AnsweredAsync(port, "/lists");
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
            Console.Out.WriteLine($"past: the first overview after the start, its trend folded from {Many} entries: {await TimeAsync(client, "/"):0} ms");
            Console.Out.WriteLine($"past: the first overview of what was known on an earlier day: {await TimeAsync(client, "/?asOf=2024-11-01&knownOn=2024-11-02"):0} ms");
            foreach (var page in Pages)
            {
                await MeasureAsync(client, page, "the end of a day", i => new DateTime(2024, 8, 3).AddDays(3 * i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                await MeasureAsync(client, page, "an instant within a day", i => Uri.EscapeDataString(
                    new DateTime(2024, 8, 3).AddDays(3 * i).AddMinutes(37 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture)));
            }
            server.Kill();
            await server.WaitForExitAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(HttpClient client, string page, string what, Func<int, string> instant)
    {
        // Another page has not the same board in its hands: each its own instants.
        var shift = Array.IndexOf(Pages, page);
        for (var warm = 0; warm < 5; warm++)
        {
            await TimeAsync(client, page);
            await TimeAsync(client, $"{page}?asOf=2024-08-0{warm + 1}");
        }
        var (past, present) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            past.Add(await TimeAsync(client, $"{page}?asOf={instant(round)}&phase={(shift % 2 == 0 ? "test" : "production")}"));
            present.Add(await TimeAsync(client, $"{page}?phase={(shift % 2 == 0 ? "test" : "production")}"));
        }
        Figure.Ratio($"past: {page} as of {what}, beside the present", past, present, "ms", 3);
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
