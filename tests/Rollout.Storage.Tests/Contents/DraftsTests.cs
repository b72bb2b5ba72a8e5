using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Contents;

public sealed class DraftsTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Draft_comes_back_as_it_was_and_the_next_takes_its_place()
    {
        var store = _here.Start();
        var draft = new ReportDraft(Store.Programme, Wish.Key("01", "1.1"), "nha-thau", Installation.Beginning)
        {
            Note = "Đã xong",
            At = Installation.Beginning.AddDays(-1),
            Document = new("12/BC", "Sở", ""),
            Files = [new(new('a', 64), "a.pdf")],
        };

        store.Drafts.Put(draft);
        Assert.Equal(draft, _here.Start().Drafts.Find(Store.Programme, draft.Cell));
        var other = new ReportDraft(Store.Programme, draft.Cell, "so", Installation.Beginning.AddHours(1)) { Note = "Khác" };
        store.Drafts.Put(other);

        Assert.Equal(other, store.Drafts.Find(Store.Programme, draft.Cell));
        Assert.Null(store.Drafts.Find(Store.Programme, Wish.Key("01", "1.2")));
    }

    [Fact]
    public void Drafts_of_some_participants_are_told_oldest_first_and_deleted_once()
    {
        var store = _here.Start();
        Put(store, "01", "1.2", 2);
        Put(store, "02", "1.1", 1);
        Put(store, "92", "1.1", 0);

        Assert.Equal(["02 1.1", "01 1.2"], store.Drafts.Of(Store.Programme, [new("provinces-63", "01"), new("provinces-63", "02")]).Select(d => $"{d.Cell.Participant.Code} {d.Cell.Step}"));
        Assert.Empty(store.Drafts.Of(Store.Programme, []));
        Assert.Empty(store.Drafts.Of("khac", [new("provinces-63", "01")]));
        Assert.True(store.Drafts.Delete(Store.Programme, Wish.Key("01", "1.2")));
        Assert.False(store.Drafts.Delete(Store.Programme, Wish.Key("01", "1.2")));
    }

    [Theory]
    [InlineData("2024-08-01", "2024-08-01T00:00:00.0000000+07:00")]
    [InlineData("2024-08-01T01:00:00Z", "2024-08-01T08:00:00.0000000+07:00")]
    [InlineData("2024-08-01T08:00:00+07:00", "2024-08-01T08:00:00.0000000+07:00")]
    [InlineData("2024-08-01T08:00:00", null)]
    [InlineData("1/8/2024", null)]
    public void Since_is_a_day_or_an_instant_with_its_offset(string text, string? since)
    {
        Assert.Equal(since is not null, HanoiTime.TryReadSince(text, out var read));
        Assert.Equal(since, read?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Put(Store store, string code, string step, int hours) =>
        store.Drafts.Put(new(Store.Programme, Wish.Key(code, step), "nha-thau", Installation.Beginning.AddHours(hours)) { Note = "x" });
}
