using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Storage.Versions;
using Rollout.Web.Components.Versions;
using Rollout.Web.Tests.Components;
using Rollout.Web.Tests.Hosting;
using Rollout.Web.Versions;

namespace Rollout.Web.Tests.Versions;

/// <summary>The page on which administrators load a new version of a programme.</summary>
public sealed class VersionsPageTests : PageTest
{
    private static readonly string Shipped = File.ReadAllText(Repository.Data("programmes", "dong-bo-2025.yaml"));

    [Fact]
    public async Task File_is_uploaded_previewed_and_kept_through_the_page()
    {
        using var admin = await Server.SignInAsync(await Server.AccountAsync("admin"));
        var changed = Shipped.Replace("reading: all", "reading: own", StringComparison.Ordinal);
        Assert.NotEqual(Shipped, changed);
        using var previewed = await admin.UploadAsync("/admin/programmes", "preview", "file", changed);
        var page = await Browser.TextAsync(previewed);
        Assert.Contains(">all</del>", page, StringComparison.Ordinal);
        Assert.Contains(">own</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<textarea name=\"text\"", page, StringComparison.Ordinal);

        using var without = await admin.SubmitAsync("/admin/programmes", "confirm", ("text", changed.ReplaceLineEndings("\r\n")), ("reason", "  "));
        Assert.Contains("form-wrong", await Browser.TextAsync(without), StringComparison.Ordinal);
        Assert.Empty(Get<ProgrammeVersions>().All());

        using var kept = await admin.SubmitAsync("/admin/programmes", "confirm", ("text", changed.ReplaceLineEndings("\r\n")), ("reason", "Theo công văn thử"), ("after", "0"));
        Assert.Contains(Texts["versions.restart"], await Browser.TextAsync(kept), StringComparison.Ordinal);
        Assert.Equal(ProgrammeOrigin.HashOf(changed.ReplaceLineEndings("\n")), Assert.Single(Get<ProgrammeVersions>().All()).Sha256);
        Assert.Contains(Texts["versions.waits", 1], await admin.TextAsync("/admin/programmes"), StringComparison.Ordinal);
        using var text = await admin.GetAsync("/admin/programmes/dong-bo-2025/text?number=1");
        Assert.Equal(changed.ReplaceLineEndings("\n"), await text.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync("/admin/programmes/dong-bo-2025/text?number=2"));
    }

    [Fact]
    public async Task Mistakes_are_shown_with_their_places_and_their_lines_quoted()
    {
        using var admin = await Server.SignInAsync(await Server.AccountAsync("admin"));
        using var answer = await admin.UploadAsync("/admin/programmes", "preview", "file", Shipped.Replace("lead: btp", "lead: btq", StringComparison.Ordinal));
        var page = await Browser.TextAsync(answer);
        Assert.Contains("lead: btq", page, StringComparison.Ordinal);
        Assert.Contains(Texts["versions.mistakes", 1], page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea name=\"text\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_the_administration_keep_the_programme_that_is_looked_at()
    {
        using var admin = await Server.SignInAsync(await Server.AccountAsync("admin"));
        foreach (var (page, link) in ((string, string)[])[("/admin", "/admin/users?programme=dong-bo-2025"), ("/admin/users", "/admin/users/new?programme=dong-bo-2025"), ("/admin/users/import", "/admin/users?programme=dong-bo-2025")])
            Assert.Contains($"href=\"{link}\"", await admin.TextAsync($"{page}?programme=dong-bo-2025"), StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"programme\" value=\"dong-bo-2025\"", await admin.TextAsync("/admin/security?programme=dong-bo-2025"), StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/users\"", await admin.TextAsync("/admin"), StringComparison.Ordinal);
    }

    [Fact]
    public void Served_programmes_say_which_text_they_come_from_and_what_waits()
    {
        var item = Get<ProgrammeCatalog>().All[0];
        var version = new ProgrammeVersion(item.Programme.Key, 3, new('a', 64), "", "quantri", TimeProvider.System.GetUtcNow(), "Lý do thử");
        var passed = version with { Number = 2 };
        var shown = Circuit.Render<ServedProgrammes>(p => p.Add(c => c.All,
        [
            new(item.Programme.Key, item, [], null), new(item.Programme.Key + "-2", item, [version], null),
            new(item.Programme.Key + "-3", item, [passed], new(passed, [new("x.yaml", 3, 4, Message.Of("yaml.mapping"))])), new("moi", null, [version], null),
        ]));
        var rows = shown.FindAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(Texts["versions.is.served"], rows[0], StringComparison.Ordinal);
        Assert.Contains(item.Origin!.Sha256[..12], rows[0], StringComparison.Ordinal);
        Assert.Contains(Texts["versions.waits", 3], rows[1], StringComparison.Ordinal);
        Assert.Contains("Lý do thử", rows[1], StringComparison.Ordinal);
        Assert.Contains(Texts["versions.passed", 2], rows[2], StringComparison.Ordinal);
        Assert.Contains(Texts["versions.is.waiting"], rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Effect_names_cells_by_step_and_says_when_there_is_none()
    {
        var reading = Get<VersionReading>();
        var file = File.ReadAllText(Repository.Data("programmes", "lien-thong.yaml"));
        var none = Circuit.Render<VersionEffect>(p => p.Add(c => c.Effect, reading.Preview(file + "\n# khác\n", null).Effect!));
        Assert.Contains(Texts["versions.noEffect"], none.Markup, StringComparison.Ordinal);
        var lists = reading.Preview(file.Replace("notStarted }", "inProgress }", StringComparison.Ordinal), null);
        Assert.NotNull(lists.Effect);
        Assert.NotEmpty(lists.Effect.Lists);
        Assert.Contains(Texts["versions.lists"], Circuit.Render<VersionEffect>(p => p.Add(c => c.Effect, lists.Effect)).Markup, StringComparison.Ordinal);
    }
}
