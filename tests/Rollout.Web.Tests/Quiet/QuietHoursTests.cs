using System.Globalization;
using Rollout.Core.Participants;
using Rollout.Core.Quiet;
using Rollout.Core.Verification;
using Rollout.Storage.Database;
using Rollout.Storage.Samples;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Time;
using Rollout.Web.Quiet;

namespace Rollout.Web.Tests.Quiet;

/// <summary>Which check falls into which window, at the clock of Asia/Ho_Chi_Minh.</summary>
public sealed class QuietHoursTests : IDisposable
{
    private const string Programme = "lien-thong";
    private static readonly ParticipantId CanTho = new("provinces-63", "92");
    private static readonly ProbeTarget Gateway = new(1, Programme, CanTho, "test", "gateway", new("https://a.vn/"));
    private static readonly QuietScope All = new(null, null, null, null);
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-quiet-").FullName;
    private readonly MaintenanceBook _book;

    public QuietHoursTests()
    {
        var database = new SqliteDatabase(new StorageOptions(_folder));
        database.Migrate();
        _book = new(database, DomainClock.Real(TimeProvider.System));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("2024-08-03T21:59:59.999+07:00", false)]
    [InlineData("2024-08-03T22:00:00+07:00", true)]
    [InlineData("2024-08-04T00:59:59.999+07:00", true)]
    [InlineData("2024-08-04T01:00:00+07:00", false)]
    public void Once_covers_from_its_first_instant_up_to_its_end(string now, bool quiet) =>
        Assert.Equal(quiet, Covers(Window("2024-08-03T22:00:00+07:00", "2024-08-04T01:00:00+07:00"), now));

    [Theory]
    // Saturday 22:00 here, for three hours; a window of the country, not of the machine's zone.
    [InlineData("0 22 * * 6", 180, "2024-08-03T21:59:59+07:00", false)]
    [InlineData("0 22 * * 6", 180, "2024-08-03T22:00:00+07:00", true)]
    [InlineData("0 22 * * 6", 180, "2024-08-03T17:59:59Z", true)]
    [InlineData("0 22 * * 6", 180, "2024-08-03T18:00:00Z", false)]
    [InlineData("0 22 * * 6", 180, "2024-08-02T22:30:00+07:00", false)]
    // Sunday is 0 and 7.
    [InlineData("0 1 * * 0", 60, "2024-08-04T01:30:00+07:00", true)]
    [InlineData("0 1 * * 7", 60, "2024-08-04T01:30:00+07:00", true)]
    [InlineData("30 2 1 * *", 60, "2024-09-01T03:00:00+07:00", true)]
    // Overlapping ones hold together.
    [InlineData("0 * * * *", 90, "2024-08-03T05:59:59+07:00", true)]
    [InlineData("*/15 8-17 * * 1-5", 5, "2024-08-05T08:19:59+07:00", true)]
    [InlineData("*/15 8-17 * * 1-5", 5, "2024-08-05T08:20:00+07:00", false)]
    public void Repeated_covers_while_its_latest_beginning_lasts(string cron, int minutes, string now, bool quiet) =>
        Assert.Equal(quiet, Covers(Window("2024-08-01T00:00:00+07:00", null, cron, minutes), now));

    [Fact]
    public void Repeated_holds_only_since_it_was_written_and_until_it_ends()
    {
        var window = Window("2024-08-03T23:00:00+07:00", "2024-08-10T22:30:00+07:00", "0 22 * * *", 120);
        Assert.False(Covers(window, "2024-08-03T22:30:00+07:00"));
        Assert.False(Covers(window, "2024-08-03T23:30:00+07:00"));
        Assert.True(Covers(window, "2024-08-04T22:30:00+07:00"));
        Assert.True(Covers(window, "2024-08-10T22:29:59+07:00"));
        Assert.False(Covers(window, "2024-08-10T22:30:00+07:00"));
    }

    [Fact]
    public void Answer_is_the_same_in_whatever_order_one_asks()
    {
        var hours = new QuietHours(_book);
        var window = Window("2024-08-01T00:00:00+07:00", null, "0 */6 * * *", 60);
        var begin = At("2024-08-03T00:00:00+07:00");
        var forward = Enumerable.Range(0, 200).Select(i => hours.Covers(window, begin.AddMinutes(10 * i))).ToList();
        var backward = Enumerable.Range(0, 200).Reverse().Select(i => hours.Covers(window, begin.AddMinutes(10 * i))).Reverse().ToList();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i % 36 < 6), forward);
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Check_is_quiet_by_the_window_whose_scope_holds_it()
    {
        var hours = new QuietHours(_book);
        Assert.Null(hours.Of(Gateway, "dvclt", At("2024-08-03T22:00:00+07:00")));
        var window = _book.Add(Window("2024-08-03T22:00:00+07:00", "2024-08-04T01:00:00+07:00") with { Scope = new(CanTho, "test", null, "dvclt") });
        Assert.Equal(window, hours.Of(Gateway, "dvclt", At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway, "hotich", At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway, null, At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway with { Phase = "production" }, "dvclt", At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway with { Participant = new("provinces-63", "01") }, "dvclt", At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway with { Programme = "giay-phep" }, "dvclt", At("2024-08-03T22:00:00+07:00")));
        Assert.Null(hours.Of(Gateway, "dvclt", At("2024-08-03T21:00:00+07:00")));
    }

    [Fact]
    public void Next_times_are_given_with_their_ends()
    {
        var next = QuietHours.Next(Window("2024-08-01T00:00:00+07:00", "2024-08-17T23:00:00+07:00", "0 22 * * 6", 180), At("2024-08-03T22:00:00+07:00"));
        Assert.Equal(
            [(At("2024-08-10T22:00:00+07:00"), At("2024-08-11T01:00:00+07:00")), (At("2024-08-17T22:00:00+07:00"), At("2024-08-17T23:00:00+07:00"))], next);
        var once = Window("2024-08-03T22:00:00+07:00", "2024-08-04T01:00:00+07:00");
        Assert.Equal([(once.From, once.Until!.Value)], QuietHours.Next(once, At("2024-08-01T00:00:00+07:00")));
        Assert.Empty(QuietHours.Next(once, once.From));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0 22 * *")]
    [InlineData("0 0 22 * * 6")]
    [InlineData("60 22 * * 6")]
    [InlineData("0 24 * * *")]
    [InlineData("0 22 * * 8")]
    [InlineData("0 22 L * *")]
    [InlineData("0 22 ? * 6")]
    [InlineData("H 22 * * *")]
    [InlineData("0 22 * * SAT#1")]
    [InlineData("\u0660 22 * * *")]
    [InlineData("-")]
    public void Text_that_is_no_repetition_is_told_so(string text) => Assert.Equal("quiet.cron", CronTimes.Mistake(text)?.Code);

    [Fact]
    public void Repetition_that_never_comes_covers_nothing()
    {
        var window = Window("2024-08-01T00:00:00+07:00", null, "0 0 31 2 *", 60);
        Assert.False(Covers(window, "2024-08-03T00:00:00+07:00"));
        Assert.Empty(QuietHours.Next(window, At("2024-08-03T00:00:00+07:00")));
    }

    private bool Covers(MaintenanceWindow window, string now) => new QuietHours(_book).Covers(window, At(now));

    private static MaintenanceWindow Window(string from, string? until, string? cron = null, int? minutes = null) => new(
        7, Programme, All, At(from), until is null ? null : At(until), cron, minutes is { } m ? TimeSpan.FromMinutes(m) : null, "Bảo trì", "admin");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(7));
}
