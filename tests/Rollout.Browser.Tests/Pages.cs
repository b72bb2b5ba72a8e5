using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>Every page, as the public and as those who are signed in meet it.</summary>
internal static class Pages
{
    /// <summary>Pages that show state; the demo says on each that it is one.</summary>
    public static readonly string[] All = ["/", "/lists", "/board", "/participants", "/participants/92", "/probes", "/answers", "/activity", "/inbox", "/disagreements", "/probes/quiet", "/publications", "/lists/changes", "/lists/read", "/weekly", "/figures", "/measures?programme=dong-bo-2025"];

    /// <summary>Of the simulated country as it moves.</summary>
    public static readonly Place[] Public =
    [
        new("overview", "/"), new("lists", "/lists"), new("board", "/board"), new("participants", "/participants"), new("participant", "/participants/92"),
        new("probes", "/probes"), new("answers", "/answers"), new("activity", "/activity"), new("inbox", "/inbox"), new("disagreements", "/disagreements"), new("quiet", "/probes/quiet"),
        new("publications", "/publications"), new("lists-compared", "/lists?compare=2024-07-10") { Prepare = OpenMovedAsync }, new("changes", "/lists/changes?from=2024-07-10"),
        new("weekly", "/weekly?from=2024-07-10"), new("figures", "/figures"), new("measures", "/measures?programme=dong-bo-2025"), new("help", "/help"),
        new("programmes", "/programmes"), new("reports", "/reports?programme=bao-cao-2022"),
        new("login", "/login") { Live = false },
    ];

    /// <summary>Of an installation on its first day.</summary>
    public static readonly Place[] Bare = [.. Public.Where(p => p.Name is not ("lists-compared" or "changes"))];

    /// <summary>What speaks of probes.</summary>
    public static readonly Place[] Watching = [.. Public.Where(p => p.Name is "overview" or "board" or "participant" or "probes" or "activity" or "figures")];

    /// <summary>Of a country that stands still, with what people wrote.</summary>
    public static readonly Place[] SignedIn =
    [
        new("inbox-agency", "/inbox", "c06") { Prepare = OpenTaskAsync },
        new("inbox-participant", "/inbox", "cantho"),
        new("participant-own", "/participants/92", "cantho") { Prepare = EditContactsAsync, Shown = ".contacts" },
        new("participant-report", "/participants/94", "soctrang") { Prepare = WriteReportAsync, Shown = "#step-3\\.2" },
        new("participant-endpoints", "/participants/92", "cantho") { Prepare = EditVendorAsync, Shown = ".endpoints" },
        new("disagreements-monitor", "/disagreements", "vpcp") { Prepare = page => page.Locator(".differs").First.WaitForAsync() },
        new("probes-monitor", "/probes", "vpcp") { Prepare = page => page.Locator(".listed tbody tr").First.WaitForAsync() },
        new("participant-probes", "/participants/92", "vpcp") { Prepare = page => page.Locator(".strip").First.WaitForAsync(), Shown = ".probes-of" },
        new("quiet-form", "/probes/quiet", "cantho") { Prepare = WriteWindowAsync },
        new("agency", "/agencies/c06", "c06"),
        new("activity-monitor", "/activity", "vpcp"),
        new("answers-monitor", "/answers", "vpcp"),
        new("lists-monitor", "/lists", "vpcp") { Prepare = page => page.Locator(".ways summary").ClickAsync() },
        new("lists-read", "/lists/read", "vpcp") { Prepare = ReadAppendixAsync },
        new("letter", "/letters/new", "vpcp") { Prepare = page => page.Locator("iframe").WaitForAsync() },
        new("publications-monitor", "/publications", "vpcp") { Prepare = BeginDraftAsync },
        new("publication-draft", $"/publications/{PeopledDemo.Draft}", "vpcp") { Prepare = page => page.Locator(".placings form").WaitForAsync() },
        new("publication-issued", $"/publications/{PeopledDemo.Issued}"),
        new("account", "/account", "cantho") { Live = false },
        new("admin", "/admin", "admin") { Live = false },
        new("admin-users", "/admin/users", "admin") { Live = false },
        new("admin-import", "/admin/users/import", "admin") { Live = false },
        new("admin-programmes", "/admin/programmes", "admin") { Live = false },
        new("admin-keys", "/admin/keys", "admin") { Live = false },
        new("admin-security", "/admin/security", "admin") { Live = false },
        new("admin-status", "/admin/status", "admin") { Prepare = page => page.Locator(".status").WaitForAsync() },
    ];

    public static TheoryData<string> PublicNames { get; } = [.. Public.Select(p => p.Name)];

    public static TheoryData<string> BareNames { get; } = [.. Bare.Select(p => p.Name)];

    public static TheoryData<string> WatchingNames { get; } = [.. Watching.Select(p => p.Name)];

    public static TheoryData<string> SignedInNames { get; } = [.. SignedIn.Select(p => p.Name)];

    /// <summary>The published appendix of July 2024 as its pdf gives it to who copies it.</summary>
    public static string Appendix { get; } = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Rollout.Core.Tests", "Appendices", "appendices-2024-07.txt"));

    private static async Task OpenMovedAsync(IPage page)
    {
        await page.Locator(".moved > summary").First.ClickAsync();
        await page.Locator(".moved[open] li").First.WaitForAsync();
    }

    private static async Task ReadAppendixAsync(IPage page)
    {
        await page.Locator("#reading-text").FillAsync(Appendix);
        await page.Locator(".reading form button[type=submit]").First.ClickAsync();
        await page.Locator(".read-said .notice").WaitForAsync();
    }

    private static async Task BeginDraftAsync(IPage page)
    {
        await page.Locator(".publications button.primary").First.ClickAsync();
        await page.Locator("#draft-as-of").WaitForAsync();
    }

    private static Task OpenTaskAsync(IPage page) => page.Locator(".task [aria-expanded=false]").First.ClickAsync();

    private static async Task EditVendorAsync(IPage page)
    {
        await page.Locator(".vendor button").ClickAsync();
        await page.Locator(".consent").WaitForAsync();
    }

    private static async Task WriteWindowAsync(IPage page)
    {
        await page.Locator(".quiet-page > p button.primary").ClickAsync();
        await page.Locator(".window-kinds input").Nth(1).CheckAsync();
        await page.Locator("#window-cron").WaitForAsync();
    }

    private static async Task EditContactsAsync(IPage page)
    {
        await OpenThreadAsync(page);
        await page.Locator(".contacts .card-head button").ClickAsync();
        await page.Locator(".contact-form").WaitForAsync();
    }

    private static async Task WriteReportAsync(IPage page)
    {
        await OpenThreadAsync(page);
        await page.Locator("#step-3\\.2 .act-buttons button.primary").ClickAsync();
        await page.Locator("#step-3\\.2 form").WaitForAsync();
    }

    private static async Task OpenThreadAsync(IPage page)
    {
        await page.Locator("#step-3\\.1 .thread > button").ClickAsync();
        await page.Locator("#step-3\\.1 .thread-list li").First.WaitForAsync();
    }
}
