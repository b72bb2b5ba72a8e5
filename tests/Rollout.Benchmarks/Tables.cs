using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rollout.Browser.Tests;

namespace Rollout.Benchmarks;

/// <summary>
/// The table of steps in a real browser, over the published server: how long a key of the filter and a click that opens a panel take, by Event
/// Timing and from the key until the rows it leads to are painted; and how a table of 3,321 participants scrolls.
/// </summary>
internal static partial class Tables
{
    private const int Times = 40;
    private const int Limit = 100;

    // Of a country fifty times as large; what is asked of 63 is met there for every other key.
    private const int LimitOfMany = 250;
    private const string Typed = "da nang";
    private const string Large = $"/board?programme={ManyParticipants.Key}";

    /// <summary>What the page notes by itself. An event that Event Timing does not report took less than its threshold.</summary>
    private const string Watch = """
        (() => {
          const table = window.table = { pressed: 0, interactions: {}, frames: [], bare: 0, long: [] };
          for (const name of ['keydown', 'pointerdown']) addEventListener(name, e => { table.pressed = e.timeStamp; }, true);
          new PerformanceObserver(list => list.getEntries().forEach(e => {
            if (e.interactionId) table.interactions[e.interactionId] = Math.max(table.interactions[e.interactionId] ?? 0, e.duration);
          })).observe({ type: 'event', durationThreshold: 16 });
          new PerformanceObserver(list => list.getEntries().forEach(e => table.long.push(e.duration))).observe({ type: 'longtask' });
          const rows = () => document.querySelectorAll('tbody tr[data-code]').length;
          const matching = () => Number(document.querySelector('.matrix')?.getAttribute('aria-rowcount') ?? 2) - 2;
          const until = there => new Promise((done, fail) => {
            table.pressed = 0;
            setTimeout(() => fail(new Error(`not shown: ${there}`)), 20000);
            const look = () => {
              if (!table.pressed || !there()) return;
              watch.disconnect();
              // The frame that shows it is drawn after this callback; the next one comes when it was.
              requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now() - table.pressed); channel.port2.postMessage(0); });
            };
            const watch = new MutationObserver(look);
            watch.observe(document.querySelector('.board'), { childList: true, subtree: true, characterData: true, attributes: true });
          });
          table.rows = rows;
          // Begun before the key is pressed: a key may overtake a script.
          table.waitForRows = count => { table.shown = until(() => matching() === count); };
          table.waitForPanel = name => { table.shown = until(() => document.querySelector('#cell-panel h2')?.textContent.startsWith(name)); };
          table.scroll = async (distance, step) => {
            const scroller = document.querySelector('.board .scroll');
            let last = await new Promise(requestAnimationFrame);
            for (let done = 0; done < distance; done += step) {
              scroller.scrollTop += step;
              const now = await new Promise(requestAnimationFrame);
              table.frames.push(now - last);
              last = now;
              const box = scroller.getBoundingClientRect();
              if (document.elementFromPoint(box.left + 200, box.top + box.height / 2)?.closest('tr')?.matches('.gap')) table.bare++;
            }
          };
        })();
        """;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench-table-").FullName;
        var (published, data) = Servers.Published();
        var (program, port) = (ManyParticipants.CopyInto(published, folder), Servers.FreePort());
        using var server = Servers.Start(program, "serve", "--data", data, "--urls", $"http://127.0.0.1:{port}");
        try
        {
            await Servers.AnsweredAsync(port, "/board");
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Sweeps.Chromium(), Args = ["--no-sandbox"] });
            await SmallAsync(await OpenAsync(browser, port, "/board?"), word => MatchingAsync(port, "/board?", word));
            await LargeAsync(await OpenAsync(browser, port, Large), word => MatchingAsync(port, Large, word));
            await SizeAsync(port, "63 × 10", "/board");
            await SizeAsync(port, "3,321 × 10", Large);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, int port, string path)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 960 } });
        await page.GotoAsync($"http://127.0.0.1:{port}{path}");
        await page.Locator(".matrix-view[data-keys=on]").WaitForAsync();
        await page.EvaluateAsync(Watch);
        return page;
    }

    private static async Task SmallAsync(IPage page, Func<string, Task<int>> matching)
    {
        var (typed, cleared) = await TypeAsync(page, Typed, matching);
        await TellAsync(page, "a key of the filter in 63 × 10", Times * Typed.Length * 2);
        Tell("table: from a key of \"da nang\" to its rows painted, 63 × 10", typed);
        Tell("table: from Backspace to the rows painted that come back, 63 × 10", cleared);
        var opened = new List<double>();
        for (var i = 0; i < Times + 3; i++)
        {
            // A panel beside the table, then another cell while it is open.
            var cell = page.Locator("tbody tr").Nth(i % 15).Locator("a.cell").Nth(i % 10);
            var name = (await cell.GetAttributeAsync("aria-label"))!.Split(',')[0];
            await page.Mouse.MoveAsync(0, 0);
            await page.EvaluateAsync("name => table.waitForPanel(name)", name);
            await cell.ClickAsync();
            opened.Add(await page.EvaluateAsync<double>("() => table.shown"));
            if (i % 2 == 0) continue;
            await page.Keyboard.PressAsync("Escape");
            await page.Locator("#cell-panel").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await TellAsync(page, "opening a panel in 63 × 10", Times + 3);
        Tell("table: from the click to the panel painted, 63 × 10", [.. opened.Skip(3)]);
        await page.CloseAsync();
    }

    private static async Task LargeAsync(IPage page, Func<string, Task<int>> matching)
    {
        var (typed, cleared) = await TypeAsync(page, "2024", matching);
        await TellAsync(page, "a key of the filter in 3,321 × 10", Times * 8);
        Tell("table: from a key to its rows painted, 3,321 × 10", typed, LimitOfMany);
        Tell("table: from Backspace to the rows painted that come back, 3,321 × 10", cleared, LimitOfMany);
        await page.EvaluateAsync("() => { table.long = []; }");
        await page.EvaluateAsync("() => table.scroll(60000, 90)");
        var frames = JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync<string>("() => JSON.stringify(table.frames)"))!;
        var (bare, tasks) = (await page.EvaluateAsync<int>("() => table.bare"), await page.EvaluateAsync<int>("() => table.long.length"));
        Figure.Limit(
            "table: frames over 50 ms while 3,321 rows scroll by at 5,400 px a second",
            string.Create(CultureInfo.CurrentCulture, $"{frames.Count(f => f > 50)} of {frames.Length} frames, p99 {Figure.Quantile(frames, 0.99):0} ms, longest {frames.Max():0} ms; {tasks} tasks over 50 ms; rows not there yet in {bare} frames"),
            frames.Count(f => f > 50) * 100d / frames.Length, 1);
        var elements = await page.EvaluateAsync<int>("() => document.querySelectorAll('.matrix *').length");
        Figure.Limit("table: elements in the table of 3,321 × 10", $"{await page.EvaluateAsync<int>("() => table.rows()")} rows drawn", elements, 5000);
        await page.CloseAsync();
    }

    /// <summary>Types a word key by key and takes it back key by key; notes the keys that lead to other rows.</summary>
    private static async Task<(List<double> Typed, List<double> Back)> TypeAsync(IPage page, string word, Func<string, Task<int>> matching)
    {
        var counts = new List<int>();
        for (var k = 0; k <= word.Length; k++) counts.Add(await matching(word[..k]));
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        // Twice before it counts: a server that has run for a while is measured.
        var (typed, back) = (new List<double>(), new List<double>());
        for (var i = -2; i < Times; i++)
        {
            if (i == 0)
            {
                typed.Clear();
                back.Clear();
                await page.EvaluateAsync("() => { table.interactions = {}; }");
            }
            for (var k = 0; k < word.Length; k++) await PressAsync(page, $"{word[k]}", counts[k], counts[k + 1], typed);
            for (var k = word.Length; k > 0; k--) await PressAsync(page, "Backspace", counts[k], counts[k - 1], back);
        }
        return (typed, back);
    }

    /// <summary>How many rows a text leaves, as the page of that address says without a circuit.</summary>
    private static async Task<int> MatchingAsync(int port, string path, string text)
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}{path}&q={Uri.EscapeDataString(text)}"));
        return RowCount().Match(page) is { Success: true } match ? int.Parse(match.Groups["rows"].Value, CultureInfo.InvariantCulture) - 2 : 0;
    }

    private static async Task PressAsync(IPage page, string key, int before, int after, List<double> spans)
    {
        // A key that leaves the same rows changes nothing that could be waited for.
        if (before != after) await page.EvaluateAsync("count => table.waitForRows(count)", after);
        await page.Keyboard.PressAsync(key);
        if (before != after) spans.Add(await page.EvaluateAsync<double>("() => table.shown"));
        await Task.Delay(60);
    }

    private static async Task TellAsync(IPage page, string what, int interactions)
    {
        await Task.Delay(500);
        var said = JsonSerializer.Deserialize<double[]>(await page.EvaluateAsync<string>("() => JSON.stringify(Object.values(table.interactions))"))!;
        await page.EvaluateAsync("() => { table.interactions = {}; }");
        Tell($"table: Event Timing of {what}", [.. said, .. Enumerable.Repeat(16d, Math.Max(0, interactions - said.Length))]);
    }

    private static void Tell(string what, List<double> spans, int limit = Limit) => Figure.Limit(
        what, string.Create(CultureInfo.CurrentCulture, $"{spans.Count} times, p50 {Figure.Median(spans):0} ms, p95 {Figure.Quantile(spans, 0.95):0} ms, longest {spans.Max():0} ms; p95"),
        Figure.Quantile(spans, 0.95), limit);

    private static async Task SizeAsync(int port, string what, string path)
    {
        using var plain = new HttpClient();
        using var small = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        small.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var address = new Uri($"http://127.0.0.1:{port}{path}");
        var start = Stopwatch.GetTimestamp();
        var (whole, wire) = ((await plain.GetByteArrayAsync(address)).Length, (await small.GetByteArrayAsync(address)).Length);
        Figure.Limit(
            $"table: the first answer of {what} over the wire", string.Create(CultureInfo.CurrentCulture, $"{whole / 1024} KB, both in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms; KB"),
            wire / 1024d, 60);
    }

    [GeneratedRegex("aria-rowcount=\"(?<rows>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowCount();
}
