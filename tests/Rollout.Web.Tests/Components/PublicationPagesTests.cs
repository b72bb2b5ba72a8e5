using Bunit;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Publications;
using Rollout.Web.Components.Movement;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Publications;
using Rollout.Web.Components.Todo;
using Rollout.Web.Reading;

namespace Rollout.Web.Tests.Components;

/// <summary>The pages of publications: what waits for whom, what is offered and what is not, and that a change shows.</summary>
public sealed class PublicationPagesTests : PageTest
{
    private static readonly Actor Drafter = new(ActorKind.Monitor, "nguoi.soan", "vpcp");
    private static readonly Actor Approver = new(ActorKind.Approver, "nguoi.duyet");
    private static readonly PublicationPlan Plan = new("test", null, [], [], null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_list_says_what_to_do_next_to_whoever_can_do_it()
    {
        Assert.Contains(Texts["publications.none"], Open<PublicationsPage>("/publications").Markup, StringComparison.Ordinal);
        await SignInAsync("monitor");
        var page = Open<PublicationsPage>("/publications");
        Assert.Equal(Texts["publications.noneYet"], page.Find(".empty").TextContent.Trim());
        Assert.Empty(Open<PublicationsPage>("/publications?asOf=2024-07-31").FindAll("button"));
    }

    [Fact]
    public async Task New_draft_of_a_day_opens_from_the_lists_and_leads_to_its_page()
    {
        await SignInAsync("monitor");
        var link = Open<ListsPage>("/lists?asOf=2024-07-15").FindAll("a").Single(a => a.TextContent.Contains(Texts["lists.publish"], StringComparison.Ordinal)).GetAttribute("href")!;
        var page = Open<PublicationsPage>(link);
        Assert.Equal("2024-07-15", page.Find("#draft-as-of").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        var begun = Assert.Single(Get<PublicationBook>().Of(Programme.Key));
        Assert.Equal(new DateTimeOffset(2024, 7, 15, 23, 59, 59, 999, TimeSpan.FromHours(7)), begun.Plan.AsOf);
    }

    [Fact]
    public async Task What_waits_for_the_reader_stands_on_top()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan));
        await ActAsync(1, new PublicationCommand.SubmitDraft(Drafter, 1));
        await SignInAsync("approver");
        Assert.Equal("publications-waiting", Open<PublicationsPage>("/publications").Find("section h2").Id);
        // A monitor neither approves nor is waited on for a draft on its way: as in the inbox.
        await SignInAsync("monitor");
        Assert.Equal("publications-onTheWay", Open<PublicationsPage>("/publications").Find("section h2").Id);
        await SignInAsync("reader");
        Assert.DoesNotContain(Texts["publication.untitled", 1], Open<PublicationsPage>("/publications").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_is_hidden_from_readers_and_shown_to_those_who_work_on_it()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan));
        await SignInAsync("reader");
        Assert.Contains(Texts["publication.hidden", 1], One(1).Markup, StringComparison.Ordinal);
        Assert.Contains(Texts["publication.unknown", 7], One(7).Markup, StringComparison.Ordinal);
        await SignInAsync("admin");
        var page = One(1);
        Assert.NotEmpty(page.FindAll("article.appendix"));
        Assert.Empty(page.FindAll("form, .act-card"));
    }

    [Fact]
    public async Task Drafter_reads_why_they_may_not_approve_and_another_approves()
    {
        var name = await SignInAsync("monitor");
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter with { Name = name }, Plan));
        await ActAsync(1, new PublicationCommand.SubmitDraft(Drafter, 1));
        var own = One(1);
        Assert.Contains(Texts["say.publication.author"], own.Find(".act-why").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(own.FindAll(".act-buttons button"), b => b.TextContent == Texts["publication.act.approve"]);

        await SignInAsync("approver");
        var page = One(1);
        await Button(page, "publication.act.approve").ClickAsync(new());
        await page.Find(".act-card form").SubmitAsync();
        Assert.Equal(PublicationState.Approved, Get<PublicationBook>().Of(Programme.Key)[0].State);
        Assert.Contains(Texts["publication.act.approve.done"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issuing_is_asked_twice_and_a_wrong_number_is_told_beside_its_field()
    {
        await ApprovedAsync();
        await SignInAsync("monitor");
        var page = One(1);
        await Button(page, "publication.act.issue").ClickAsync(new());
        await page.Find(".act-card form").SubmitAsync();
        Assert.Equal(Texts["say.publication.number"], page.Find("#letter-number-mistake").TextContent);

        await page.Find("#letter-number").InputAsync("10/VPCP");
        await page.Find(".act-card form").SubmitAsync();
        Assert.Equal(PublicationState.Approved, Get<PublicationBook>().Of(Programme.Key)[0].State);
        Assert.Contains("10/VPCP", page.Find(".act-card .notice").TextContent, StringComparison.Ordinal);
        await page.Find(".act-card form").SubmitAsync();
        Assert.Equal("10/VPCP", Get<PublicationBook>().Of(Programme.Key)[0].Letter?.Number);
        page.WaitForAssertion(() => Assert.Contains("10/VPCP ngày ", page.Find(".appendix-issued").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_since_submission_is_named_at_awaits_number_and_a_new_draft_is_offered()
    {
        await ApprovedAsync();
        var untouched = Untouched().Participant;
        await RecordAsync(untouched.Code, "test", "1.1", StepStatus.InProgress);
        await SignInAsync("monitor");
        var page = One(1);
        var changes = page.Find(".changes");
        Assert.Contains(Texts["publication.changes", 1], changes.TextContent, StringComparison.Ordinal);
        Assert.Contains(untouched.Name, changes.TextContent, StringComparison.Ordinal);
        await page.Find(".changes button").ClickAsync(new());
        Assert.Equal(2, Get<PublicationBook>().Of(Programme.Key).Length);
    }

    [Fact]
    public async Task Names_in_no_row_get_their_decision_on_the_page_and_then_submission_is_offered()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan with { Phase = "production", AsOf = new(2024, 6, 1, 8, 0, 0, TimeSpan.FromHours(7)) }));
        await SignInAsync("monitor");
        var page = One(1);
        Assert.DoesNotContain(page.FindAll(".act-buttons button"), b => b.TextContent == Texts["publication.act.submit"]);
        while (page.FindAll(".decisions .undecided").Count > 0)
        {
            await page.Find("#placing-text").InputAsync("chưa có số liệu");
            await page.Find(".placings form").SubmitAsync();
        }
        Button(page, "publication.act.submit");
        Assert.Contains("chưa có số liệu", page.Find(".paper-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_follows_what_others_do_and_lets_go_when_it_is_left()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan));
        await SignInAsync("approver");
        var page = One(1);
        var book = Get<PublicationBook>();
        Assert.Equal(1, book.ListenerCount);
        await ActAsync(1, new PublicationCommand.SubmitDraft(Drafter, 1));
        page.WaitForAssertion(() => Assert.Equal(Texts["publication.state.submitted"], page.Find("[aria-current=step]").TextContent.Trim()));
        await Circuit.DisposeComponentsAsync();
        Assert.Equal(0, book.ListenerCount);
    }

    [Fact]
    public async Task Instants_of_an_issued_one_are_those_of_its_content_and_of_a_draft_there_are_none()
    {
        await ApprovedAsync();
        Assert.Equal("unknown", Get<MovementReading>().One(View(), "publication:1", null, "from").Mistake?.Code);
        await ActAsync(1, new PublicationCommand.IssueLetter(Drafter, 3, "10/VPCP", Core.Calendar.HanoiTime.DayOf(Get<Storage.Time.DomainClock>().Now), []));
        var content = Get<PublicationBook>().Of(Programme.Key)[0].Frozen!.Content;
        var found = Get<MovementReading>().One(View(), "publication:1", null, "from").View!;
        Assert.Equal((content.AsOf, content.KnownOn), (found.AsOf, found.KnownOn));
    }

    [Fact]
    public async Task Changes_and_weekly_page_count_from_the_newest_issued_letter_and_not_before_it_was_issued()
    {
        await IssuedAsync("10/VPCP");
        var content = Get<PublicationBook>().Of(Programme.Key)[0].Frozen!.Content;
        var chip = Open<ChangesPage>("/lists/changes").FindAll(".quick a").Single(a => a.TextContent.Contains("10/VPCP", StringComparison.Ordinal));
        var href = chip.GetAttribute("href")!;
        Assert.Contains($"fromKnownOn={Uri.EscapeDataString(BoardReading.Text(content.KnownOn))}", href, StringComparison.Ordinal);
        Assert.Contains("10/VPCP, ", Open<WeeklyPage>("/weekly").Find("header").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("10/VPCP", Open<ChangesPage>("/lists/changes?asOf=2024-08-20").Markup + Open<WeeklyPage>("/weekly?asOf=2024-08-20").Markup, StringComparison.Ordinal);

        // What was known stays in the form until another day is chosen.
        var page = Open<ChangesPage>(href);
        Assert.Equal("true", page.FindAll(".quick a").Single(a => a.TextContent.Contains("10/VPCP", StringComparison.Ordinal)).GetAttribute("aria-current"));
        Assert.Equal(BoardReading.Text(content.KnownOn), page.Find("input[name=fromKnownOn]").GetAttribute("value"));
        Assert.Contains(Uri.EscapeDataString(BoardReading.Text(content.AsOf)), page.Find(".downloads a").GetAttribute("href"), StringComparison.Ordinal);
        await page.Find("#changes-from").ChangeAsync(new() { Value = "2024-07-20" });
        Assert.Empty(page.FindAll("input[name=fromKnownOn]"));
        await page.Find("form").SubmitAsync();
        var address = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>(Circuit.Services).Uri;
        Assert.Contains("from=2024-07-20", address, StringComparison.Ordinal);
        Assert.DoesNotContain("KnownOn", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_compare_with_an_issued_letter_by_one_click_and_its_page_leads_to_the_changes()
    {
        await IssuedAsync("10/VPCP");
        var untouched = Untouched().Participant;
        await RecordAsync(untouched.Code, "test", "1.1", StepStatus.InProgress);
        var link = Open<ListsPage>("/lists").FindAll(".compare a.chip").Single();
        Assert.Equal(("10/VPCP", "/lists?compare=publication%3A1"), (link.TextContent, link.GetAttribute("href")));
        var page = Open<ListsPage>("/lists?compare=publication:1");
        Assert.Contains(untouched.Name, page.Find(".names ins, ins").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find(".compare a.chip").GetAttribute("aria-current"));
        Assert.Contains(Texts["query.unknown", "compare", "publication:9", "publication:1"], Open<ListsPage>("/lists?compare=publication:9").Markup, StringComparison.Ordinal);
        var compare = One(1).FindAll("a").Single(a => a.TextContent == Texts["publication.compare"]).GetAttribute("href")!;
        Assert.StartsWith("/lists/changes?", compare, StringComparison.Ordinal);
        Assert.Contains("fromKnownOn=", compare, StringComparison.Ordinal);
        Assert.Contains(untouched.Name, Open<ChangesPage>(compare).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issued_without_a_pdf_says_so()
    {
        await IssuedAsync("10/VPCP");
        Assert.Contains(Texts["publication.noPdf"], One(1).Find(".documents").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_shows_and_counts_the_letters_that_wait_and_follows_them()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan));
        await SignInAsync("approver");
        var (inbox, count) = (Open<InboxPage>("/inbox"), Open<InboxCount>("/inbox"));
        Assert.Empty(inbox.FindAll("#waiting-letters"));
        Assert.Equal("", count.Markup.Trim());
        await ActAsync(1, new PublicationCommand.SubmitDraft(Drafter, 1));
        inbox.WaitForAssertion(() => Assert.Contains(Texts["inbox.letter.approve"], inbox.Find("section[aria-labelledby=waiting-letters]").TextContent, StringComparison.Ordinal));
        count.WaitForAssertion(() => Assert.EndsWith("1", count.Find(".nav-count").TextContent, StringComparison.Ordinal));
        Assert.Equal("waiting-letters", inbox.Find("section h2").Id);
        await ActAsync(1, new PublicationCommand.ReturnDraft(Approver, 2) { Note = "x" });
        inbox.WaitForAssertion(() => Assert.Empty(inbox.FindAll("#waiting-letters")));
        await SignInAsync("monitor");
        Assert.Contains(Texts["inbox.letter.mend"], Open<InboxPage>("/inbox").Markup, StringComparison.Ordinal);
        await SignInAsync("reader");
        Assert.Empty(Open<InboxPage>("/inbox").FindAll("#waiting-letters"));
    }

    [Fact]
    public async Task Public_reads_an_issued_one_without_names_of_people()
    {
        await ApprovedAsync();
        await ActAsync(1, new PublicationCommand.IssueLetter(Drafter, 3, "10/VPCP", Core.Calendar.HanoiTime.DayOf(Get<Storage.Time.DomainClock>().Now), []));
        var page = One(1);
        Assert.Contains("10/VPCP", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("nguoi.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form, input"));
    }

    private IRenderedComponent<PublicationPage> One(long id) => Open<PublicationPage>($"/publications/{id}", p => p.Add(c => c.Id, id));

    private AngleSharp.Dom.IElement Button(IRenderedComponent<PublicationPage> page, string key) => page.FindAll(".act-buttons button").Single(b => b.TextContent == Texts[key]);

    private async Task IssuedAsync(string number)
    {
        await ApprovedAsync();
        await ActAsync(1, new PublicationCommand.IssueLetter(Drafter, 3, number, Core.Calendar.HanoiTime.DayOf(Get<Storage.Time.DomainClock>().Now), []));
    }

    private async Task ApprovedAsync()
    {
        await ActAsync(null, new PublicationCommand.DraftLetter(Drafter, Plan));
        await ActAsync(1, new PublicationCommand.SubmitDraft(Drafter, 1));
        await ActAsync(1, new PublicationCommand.ApproveDraft(Approver, 2));
    }

    private async Task ActAsync(long? id, PublicationCommand command) => Assert.Null((await Get<PublicationRecorder>().RecordAsync(Programme.Key, id, command, Token)).Refusal);
}
