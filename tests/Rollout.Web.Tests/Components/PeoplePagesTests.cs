using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Contacts;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Activity;
using Rollout.Web.Components.Answers;
using Rollout.Web.Components.Contacts;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Sharing;

namespace Rollout.Web.Tests.Components;

/// <summary>Activity, contacts, answers and the text for chats, as people see them.</summary>
public sealed class PeoplePagesTests : PageTest
{
    private const string Question = "Chưa có máy chủ bảo mật";
    private const string Closing = "Dùng chung máy chủ của tỉnh";
    private static readonly ContactLine Someone = new(null, "Người dùng thử", "Sở Tư pháp", "000 111", "thu@example.vn");

    private string _code = "";

    private string First => Programme.Phases[0].Key;

    private string Step => Programme.Steps[0].Key;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _code = Untouched().Participant.Code;
    }

    [Fact]
    public async Task Activity_shows_the_newest_first_with_notes_and_names_for_those_who_are_signed_in()
    {
        await SolveAsync();
        SignInWithKey("reader");
        var page = Open<ActivityPage>("/activity");
        Assert.Equal(50, page.FindAll(".lines > li").Count);
        Assert.Contains(Closing, page.FindAll(".lines > li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains($"nguoi-{_code}", page.FindAll(".lines > li")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_shows_the_public_neither_notes_nor_names()
    {
        await SolveAsync();
        var page = Open<ActivityPage>("/activity");
        Assert.DoesNotContain(Closing, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain($"nguoi-{_code}", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href*='person=']"));
    }

    [Fact]
    public async Task Activity_says_of_a_removed_note_why_it_is_gone()
    {
        await SolveAsync();
        using (var connection = Get<Storage.Database.RolloutDatabase>().Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "UPDATE contents SET text = NULL, removed_because = 'dữ liệu cá nhân'";
            command.ExecuteNonQuery();
        }
        SignInWithKey("reader");
        Assert.Contains(Texts["note.removed", "dữ liệu cá nhân"], Open<ActivityPage>("/activity").Find(".lines > li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Activity_turns_pages_by_an_address_that_can_be_shared()
    {
        var page = Open<ActivityPage>("/activity?kind=status&phase=" + First);
        var first = page.FindAll(".lines > li").Select(l => l.Id).ToList();
        var older = page.Find("nav.turn a").GetAttribute("href")!;
        Assert.Contains("kind=status", older, StringComparison.Ordinal);
        var next = Open<ActivityPage>(older);
        Assert.Empty(first.Intersect(next.FindAll(".lines > li").Select(l => l.Id)));
        Assert.DoesNotContain("before", next.FindAll("nav.turn a")[0].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_at_the_top_shows_what_comes_and_further_down_only_says_that_it_came()
    {
        var page = Open<ActivityPage>("/activity");
        await ChangeAsync(StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains(View().Board.Find(_code)!.Participant.Name, page.Find(".lines > li").TextContent, StringComparison.Ordinal));
        var top = page.Find(".lines > li").Id;
        page.Instance.AtTop(false);
        await ChangeAsync(StepStatus.Reported);
        page.WaitForAssertion(() => Assert.Contains("1", page.Find(".newer button").TextContent, StringComparison.Ordinal));
        Assert.Equal(top, page.Find(".lines > li").Id);
        await page.Find(".newer button").ClickAsync(new());
        Assert.NotEqual(top, page.Find(".lines > li").Id);
        Assert.Empty(page.FindAll(".newer button"));
    }

    [Fact]
    public void Activity_refuses_a_wrong_filter_with_its_field_and_keeps_the_rest()
    {
        var page = Open<ActivityPage>("/activity?participant=zz&from=x&kind=status");
        Assert.Empty(page.FindAll(".lines"));
        Assert.Equal(2, page.FindAll(".notice.is-urgent").Count);
        Assert.Equal("true", page.Find("input[type=date]").GetAttribute("aria-invalid"));
        Assert.Contains("kind=status", page.Find(".notice a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("participant=zz", page.Find(".notice a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/activity", 200)]
    [InlineData("/activity?from=x", 400)]
    [InlineData("/activity?person=x", 400)]
    [InlineData("/answers", 200)]
    [InlineData("/agencies/zz", 404)]
    public async Task Page_answers_with_the_status_of_what_it_says(string address, int status)
    {
        using var answer = await Server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task History_of_a_participant_shows_notes_to_those_who_are_signed_in_only()
    {
        await SolveAsync();
        Assert.DoesNotContain(Question, Open<ParticipantPage>($"/participants/{_code}", p => p.Add(x => x.Code, _code)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_of_a_participant_tells_a_signed_in_person_why()
    {
        await SolveAsync();
        SignInWithKey("reader");
        var page = Open<ParticipantPage>($"/participants/{_code}", p => p.Add(x => x.Code, _code));
        Assert.Contains(Question, page.Find(".participant-history").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_are_edited_in_place_by_those_whose_they_are()
    {
        SignInWithKey($"participant:provinces-63/{_code}");
        var card = Card();
        Assert.Contains(Texts["contacts.none", "A"], card.Markup, StringComparison.Ordinal);
        await card.Find(".card-head button").ClickAsync(new());
        card.Find("input[id$=name]").Change(Someone.FullName);
        await card.Find("form").SubmitAsync();
        Assert.Contains(card.FindAll(".wrong"), w => w.TextContent == Texts["say.contact.noWay"]);
        Assert.Equal(Someone.FullName, card.Find("input[id$=name]").GetAttribute("value"));
        Assert.Empty(Lines());
        card.Find("input[id$=phone]").Change(" 000 111 ");
        await card.Find("form").SubmitAsync();
        card.WaitForAssertion(() => Assert.Empty(card.FindAll("form")));
        Assert.Equal([new(null, Someone.FullName, "", "000 111", "")], Lines());
        Assert.Equal("tel:000111", card.Find("a[href^='tel:']").GetAttribute("href"));
        Assert.Contains(Texts["contacts.saved"], card.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("participant:provinces-63/92")]
    [InlineData("vendor")]
    [InlineData("monitor")]
    [InlineData("admin")]
    public void Contacts_of_others_are_read_and_not_edited(string role)
    {
        Get<ContactBook>().Replace(Programme.Key, Owner(), [Someone], "x");
        SignInWithKey(role == "vendor" ? $"vendor:provinces-63/{_code}" : role);
        var card = Card();
        Assert.Contains("mailto:thu@example.vn", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("button"));
    }

    [Fact]
    public void Contacts_are_not_there_for_the_public()
    {
        Get<ContactBook>().Replace(Programme.Key, Owner(), [Someone], "x");
        Assert.Empty(Card().Markup.Trim());
        Assert.DoesNotContain(Someone.Phone, Open<ParticipantPage>($"/participants/{_code}", p => p.Add(x => x.Code, _code)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_that_waits_names_whom_to_call_those_for_the_step_first()
    {
        Get<ContactBook>().Replace(Programme.Key, Owner(), [Someone, Someone with { Step = Step, FullName = "Người của bước" }, Someone with { Step = Programme.Steps[1].Key, FullName = "Người bước khác" }], "x");
        SignInWithKey("reader");
        await BlockAsync();
        var page = Open<ParticipantPage>($"/participants/{_code}", p => p.Add(x => x.Code, _code));
        var names = page.FindAll($"[id='step-{Step}'] .waited li b").Select(b => b.TextContent);
        Assert.Equal(["Người của bước", Someone.FullName], names);
    }

    [Fact]
    public void Agency_has_a_page_where_it_edits_its_contacts()
    {
        var agency = Programme.Organisations.First(o => o.Key != Programme.Lead).Key;
        SignInWithKey($"agency:{agency}");
        var page = Open<AgencyPage>($"/agencies/{agency}", p => p.Add(x => x.Key, agency));
        Assert.NotEmpty(page.FindAll(".contacts .card-head button"));
        Assert.Contains("zz", Open<AgencyPage>("/agencies/zz", p => p.Add(x => x.Key, "zz")).Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_found_without_marks_by_those_who_are_signed_in()
    {
        await SolveAsync();
        SignInWithKey("reader");
        Assert.Equal(1, Found("/answers?q=may chu"));
        Assert.Equal(1, Found("/answers?q=DUNG CHUNG"));
        Assert.Equal(1, Found("/answers?q=" + Uri.EscapeDataString(PlainText.Of(View().Board.Find(_code)!.Participant.Name))));
        Assert.Equal(0, Found("/answers?q=khong co gi"));
        Assert.Equal(1, Found($"/answers?step={Step}&kind={Programme.BlockerKinds[0].Key}"));
        Assert.Equal(0, Found($"/answers?step={Programme.Steps[1].Key}"));
        Assert.Contains(Closing, Open<AnswersPage>("/answers").Markup, StringComparison.Ordinal);

        int Found(string address) => Open<AnswersPage>(address).FindAll(".answers > li").Count;
    }

    [Fact]
    public async Task Answers_tell_the_public_kinds_and_durations_only()
    {
        await SolveAsync();
        var page = Open<AnswersPage>("/answers?q=may chu");
        Assert.Empty(page.FindAll(".answers > li"));
        page = Open<AnswersPage>("/answers");
        Assert.Single(page.FindAll(".answers > li"));
        foreach (var closed in (string[])[Question, Closing, View().Board.Find(_code)!.Participant.Name]) Assert.DoesNotContain(closed, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_are_not_there_yet_say_how_they_come_to_be() =>
        Assert.Contains(Texts["answers.none"], Open<AnswersPage>("/answers").Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Step_counts_the_answers_under_it()
    {
        await SolveAsync();
        SignInWithKey("reader");
        var page = Open<ParticipantPage>("/participants/92", p => p.Add(x => x.Code, "92"));
        Assert.Equal(Texts["answers.ofStep", 1], page.Find($"[id='step-{Step}'] .step-answers summary").TextContent);
        Assert.Single(page.FindAll(".step-answers"));
    }

    [Fact]
    public async Task Text_for_chats_tells_where_a_step_stands_and_nobody_by_name()
    {
        await BlockAsync();
        var row = View().Board.Find(_code)!;
        var button = Circuit.Render<CopyForChat>(p => p.Add(x => x.View, View()).Add(x => x.Row, row).Add(x => x.Step, Programme.Steps[0])).Find("button");
        var lines = button.GetAttribute("data-copy")!.Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Contains(row.Participant.Name, lines[0], StringComparison.Ordinal);
        Assert.Contains(Step, lines[1], StringComparison.Ordinal);
        Assert.Equal(Texts["share.status", Texts["status.blocked"]], lines[2]);
        Assert.EndsWith($"/participants/{_code}?programme={Programme.Key}&phase={First}#step-{Step}", lines[4], StringComparison.Ordinal);
        Assert.DoesNotContain(Question, button.GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.DoesNotContain($"nguoi-{_code}", button.GetAttribute("data-copy"), StringComparison.Ordinal);
    }

    private ContactOwner Owner() => ContactOwner.Of(new ParticipantId("provinces-63", _code));

    private IRenderedComponent<ContactsCard> Card() =>
        Circuit.Render<ContactsCard>(p => p.Add(x => x.Programme, Programme).Add(x => x.Owner, Owner()).Add(x => x.Filler, "A"));

    private System.Collections.Immutable.ImmutableArray<ContactLine> Lines() => Get<ContactBook>().Of(Programme.Key, Owner());

    /// <summary>A province says what blocks its first step.</summary>
    private async Task BlockAsync() => await ChangeAsync(
        StepStatus.Blocked, c => c with { Note = Question, BlockedOn = "participant", BlockedKind = Programme.BlockerKinds[0].Key });

    /// <summary>A province is blocked and goes on.</summary>
    private async Task SolveAsync()
    {
        var before = View().Board.Find(_code)![First, Step].Status;
        await BlockAsync();
        await ChangeAsync(before, c => c with { Note = Closing });
    }

    private async Task ChangeAsync(StepStatus to, Func<StepCommand.Change, StepCommand.Change>? with = null)
    {
        var row = View().Board.Find(_code)!;
        var actor = new Actor(ActorKind.Participant, $"nguoi-{_code}", Participant: row.Participant.Id, Office: "Sở Tư pháp");
        var command = new StepCommand.Change(actor, new(row.Participant.Id, First, Step), to, row[First, Step].Version);
        var recorded = await Get<StepRecorder>().RecordAsync(Programme.Key, with is null ? command : with(command), TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
    }
}
