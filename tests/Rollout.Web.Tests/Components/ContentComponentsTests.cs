using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Tests.Support;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;

namespace Rollout.Web.Tests.Components;

/// <summary>Files, removals and addresses in a circuit: what is shown to whom, and that hidden is also refused.</summary>
public sealed class ContentComponentsTests : PageTest
{
    private static readonly ParticipantId CanTho = new("provinces-63", "92");
    private static readonly StepKey Cell = new(CanTho, "test", "1.1");

    [Fact]
    public async Task Picked_files_are_kept_and_named_and_a_refused_one_says_why_beside_it()
    {
        Enter("participant:provinces-63/92");
        IReadOnlyList<FileReference> value = [];
        var picker = Picker(v => value = v);
        Assert.Contains(Texts["files.noPersonal"], picker.Markup, StringComparison.Ordinal);

        picker.FindComponent<FileInput>().UploadFiles(
            InputFileContent.CreateFromBinary(Sheets.Pdf("x"), "Báo cáo.pdf"), InputFileContent.CreateFromText("MZ", "anh.png"), InputFileContent.CreateFromBinary(Sheets.Png, "b.png"));
        await picker.WaitForStateAsync(() => value.Count == 2);

        Assert.Equal(["Báo cáo.pdf", "b.png"], value.Select(f => f.Name));
        Assert.All(value, f => Assert.NotNull(Get<FileStore>().Find(f.Hash)));
        await picker.WaitForStateAsync(() => picker.FindAll(".form-mistake").Count == 1);
        Assert.Contains("pdf, docx, xlsx, png, jpg", picker.Find(".form-mistake").TextContent, StringComparison.Ordinal);
        await picker.Find("[aria-label='" + Texts["files.drop", "b.png"] + "']").ClickAsync(new());
        Assert.Equal(["Báo cáo.pdf"], value.Select(f => f.Name));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("participant:provinces-63/01")]
    [InlineData(null)]
    public async Task Picker_obeys_nobody_without_a_part(string? role)
    {
        Enter(role);
        IReadOnlyList<FileReference> value = [];
        var picker = Picker(v => value = v);

        picker.FindComponent<FileInput>().UploadFiles(InputFileContent.CreateFromBinary(Sheets.Pdf(Guid.NewGuid().ToString()), "a.pdf"));
        await picker.WaitForStateAsync(() => picker.FindAll(".form-mistake").Count == 1);

        Assert.Equal(Texts["query.forbidden"], picker.Find(".form-mistake").TextContent);
        Assert.Empty(value);
    }

    [Fact]
    public async Task Links_lead_to_the_files_and_only_administrators_remove_with_a_reason()
    {
        var seq = await CommentAsync();
        Assert.Empty(Links(null, seq).FindAll("li"));
        var reader = Links("reader", seq);
        Assert.StartsWith("/api/v1/programmes/lien-thong/participants/92/phases/test/steps/1.1/files/", reader.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(reader.FindAll("button"));
    }

    [Fact]
    public async Task Administrator_removes_a_file_and_its_line_says_so()
    {
        var seq = await CommentAsync();
        var links = Links("admin", seq);
        await links.Find("button").ClickAsync(new());
        await links.Find("form").SubmitAsync();
        await links.WaitForStateAsync(() => links.Find(".form-mistake").TextContent.Length > 0);
        Assert.Equal(Texts["say.note.required"], links.Find(".form-mistake").TextContent);

        await links.Find("input").ChangeAsync(new ChangeEventArgs { Value = "Dữ liệu cá nhân" });
        await links.Find("form").SubmitAsync();
        await links.WaitForStateAsync(() => links.FindAll("form").Count == 0);

        Assert.Equal("Dữ liệu cá nhân", Assert.Single(Get<FileStore>().Of([seq])[seq]).File.Removal?.Because);
        Assert.Contains(Texts["file.gone", "Dữ liệu cá nhân"], Links("reader", seq).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_are_edited_in_place_with_mistakes_beside_their_fields()
    {
        Enter("participant:provinces-63/92");
        var card = Card();
        await card.Find("button").ClickAsync(new());
        await card.Find("#endpoint-0-url").ChangeAsync(new ChangeEventArgs { Value = "khong-phai-dia-chi" });
        await card.Find("form").SubmitAsync();
        await card.WaitForStateAsync(() => card.Find("#endpoint-0-url-mistake").TextContent.Length > 0);
        Assert.Equal(("true", "khong-phai-dia-chi"), (card.Find("#endpoint-0-url").GetAttribute("aria-invalid"), card.Find("#endpoint-0-url").GetAttribute("value")));
        Assert.Empty(Get<Targets>().Of("lien-thong", CanTho));

        await card.Find("#endpoint-0-url").ChangeAsync(new ChangeEventArgs { Value = "https://dvc.example.vn/tthc" });
        await card.Find("form").SubmitAsync();
        await card.WaitForStateAsync(() => card.FindAll("form").Count == 0);

        Assert.Equal("https://dvc.example.vn/tthc", card.Find(".endpoint-address").TextContent);
        Assert.Equal(Texts["endpoints.saved"], card.Find(".endpoints-said").TextContent);
        Assert.Single(Get<Targets>().Of("lien-thong", CanTho));
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("reader", false, false)]
    [InlineData("participant:provinces-63/01", false, false)]
    [InlineData("vendor:provinces-63/92", true, false)]
    [InlineData("agency:c06", true, false)]
    [InlineData("monitor", true, false)]
    [InlineData("admin", true, true)]
    public void Card_of_addresses_is_shown_to_those_who_may(string? role, bool shown, bool editable)
    {
        Enter(role);
        var card = Card();
        Assert.Equal((shown, editable), (card.FindAll("section").Count == 1, card.FindAll(".card-head button").Count == 1));
    }

    private void Enter(string? role)
    {
        if (role is null) Authorization.SetNotAuthorized();
        else SignInWithKey(role);
    }

    private IRenderedComponent<FilePicker> Picker(Action<IReadOnlyList<FileReference>> changed) =>
        Circuit.Render<FilePicker>(p => p.Add(f => f.Programme, "lien-thong").Add(f => f.ParticipantId, CanTho).Add(f => f.ValueChanged, changed));

    private IRenderedComponent<FileLinks> Links(string? role, long seq)
    {
        Enter(role);
        return Circuit.Render<FileLinks>(p => p.Add(f => f.Programme, "lien-thong").Add(f => f.Cell, Cell).Add(f => f.Files, Get<FileStore>().Of([seq])[seq]));
    }

    private IRenderedComponent<EndpointsCard> Card() => Circuit.Render<EndpointsCard>(p => p.Add(c => c.View, View()).Add(c => c.Participant, CanTho));

    private async Task<long> CommentAsync()
    {
        var file = (await Get<FileStore>().SaveAsync(new MemoryStream(Sheets.Pdf(Guid.NewGuid().ToString())), "Biên bản.pdf", TestContext.Current.CancellationToken)).File!;
        var recorded = await Get<StepRecorder>().RecordAsync(
            "lien-thong", new StepCommand.Comment(new(ActorKind.Participant, "tinh", Participant: CanTho), Cell, null, [new(file.Hash, "Biên bản.pdf")]), TestContext.Current.CancellationToken);
        return recorded.Entries[0].Seq;
    }
}
