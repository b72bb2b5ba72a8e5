using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Quartz;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Digests;
using Rollout.Web.Digests;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Tests.Components;

namespace Rollout.Web.Tests.Digests;

/// <summary>Reminders by mail, handed to a server on a real socket.</summary>
public sealed class DigestTests : PageTest
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 40, 0, HanoiTime.Offset);
    private readonly LoopbackMail _mail = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RecordAsync(Untouched().Participant.Code, Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.Reported);
    }

    [Fact]
    public async Task Who_has_something_to_do_gets_one_mail_a_day_that_says_all_of_it()
    {
        var agency = await AccountAsync("agency:c06", "c06@example.test");
        await AccountAsync("agency:ndxp", "");
        await AccountAsync("reader", "reader@example.test");

        await RunAsync(Monday);
        await RunAsync(Monday.AddMinutes(10));

        var (to, mail) = Assert.Single(_mail.Taken);
        Assert.Equal("c06@example.test", to);
        var body = Body(mail);
        Assert.Contains(Programme.Steps[0].Key, body, StringComparison.Ordinal);
        Assert.Contains("https://rollout.example/inbox?programme=lien-thong", body, StringComparison.Ordinal);
        Assert.Contains("https://rollout.example/account", body, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(agency.FullName, body, StringComparison.Ordinal);

        await RunAsync(Monday.AddDays(1));
        Assert.Equal(2, _mail.Taken.Count);
    }

    [Theory]
    [InlineData("2026-11-22T08:00", "a Sunday")]
    [InlineData("2026-09-02T08:00", "the national day")]
    [InlineData("2026-11-23T07:20", "before its time")]
    [InlineData("2026-11-23T11:00", "too late in the day")]
    public async Task Nobody_is_written_to_out_of_hours(string at, string why)
    {
        await AccountAsync("agency:c06", "c06@example.test");
        await RunAsync(DateTimeOffset.Parse(at + "+07:00", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(_mail.Taken.IsEmpty, why);
    }

    [Fact]
    public void Quiet_hours_outweigh_the_time_of_day()
    {
        var settings = Settings(("Mail:At", "06:30"), ("Mail:Quiet", "20:00-07:00"));
        Assert.False(settings.IsTime(new(6, 45)));
        Assert.True(settings.IsTime(new(7, 0)));
        Assert.False(settings.IsTime(new(9, 30)));
    }

    [Fact]
    public async Task Who_turned_them_off_gets_none_until_they_are_turned_on_again()
    {
        var agency = await AccountAsync("agency:c06", "c06@example.test");
        Get<DigestBook>().Want(agency.Id, wanted: false);
        await RunAsync(Monday);
        Assert.Empty(_mail.Taken);
        Get<DigestBook>().Want(agency.Id, wanted: true);
        await RunAsync(Monday);
        Assert.Single(_mail.Taken);
    }

    [Fact]
    public async Task Address_that_is_refused_keeps_nobody_else_waiting_and_is_tried_again()
    {
        await AccountAsync("agency:c06", "wrong@example.test");
        await AccountAsync("agency:c06", "right@example.test");
        _mail.Refused["wrong@example.test"] = true;
        await Assert.ThrowsAsync<JobExecutionException>(() => RunAsync(Monday));
        Assert.Equal("right@example.test", Assert.Single(_mail.Taken).To);

        _mail.Refused.Clear();
        await RunAsync(Monday.AddMinutes(10));
        Assert.Equal(["right@example.test", "wrong@example.test"], _mail.Taken.Select(t => t.To).Order());
    }

    [Fact]
    public void Settings_that_are_wrong_or_missing_are_told_together_and_without_a_host_nothing_is_asked()
    {
        Assert.Null(MailSettings.Of(new ConfigurationBuilder().Build()).Host);
        var refused = Assert.Throws<OptionsValidationException>(() => Settings(("Mail:From", "nobody"), ("Mail:Site", "here"), ("Mail:Port", "0"), ("Mail:At", "late"), ("Mail:Quiet", "night")));
        foreach (var key in (string[])["Mail:From", "Mail:Site", "Mail:Port", "Mail:At", "Mail:Quiet"]) Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    private async Task RunAsync(DateTimeOffset at)
    {
        var settings = Settings();
        var reading = new DigestReading(Get<Core.Programmes.ProgrammeCatalog>(), Get<Storage.Ledgers.BoardStore>(), Get<DeadlineReading>(), Get<Texts>(), Get<Storage.Time.DomainClock>());
        await new DigestJob(Get<AccountTable>(), Get<DigestBook>(), reading, new(settings), settings, Get<WorkingDays>(), new Stood(at), NullLogger<DigestJob>.Instance)
            .Execute(null!, TestContext.Current.CancellationToken);
    }

    private MailSettings Settings(params (string Key, string Value)[] said) => MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = $"{_mail.Port}",
            ["Mail:Tls"] = "false",
            ["Mail:From"] = "rollout@example.test",
            ["Mail:Site"] = "https://rollout.example",
        }.Concat(said.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).GroupBy(p => p.Key, StringComparer.Ordinal).Select(g => g.Last())).Build());

    private async Task<AccountLine> AccountAsync(string role, string email)
    {
        var name = await Server.AccountAsync(role, userName: null);
        using var connection = Get<Storage.Database.RolloutDatabase>().Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE accounts SET email = '{email}' WHERE user_name = '{name}'";
        command.ExecuteNonQuery();
        return Get<AccountTable>().FindByName(name)!;
    }

    /// <summary>The body, which goes over the wire in base64 because it is Vietnamese.</summary>
    private static string Body(string mail)
    {
        var text = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var at and >= 0 ? at : mail.IndexOf("\n\n", StringComparison.Ordinal))..].Trim();
        return Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)));
    }

    /// <summary>A clock that stands.</summary>
    private sealed class Stood(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
