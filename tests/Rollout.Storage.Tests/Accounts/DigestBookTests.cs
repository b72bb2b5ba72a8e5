using Rollout.Storage.Digests;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Accounts;

/// <summary>One reminder a day, whichever process sends it.</summary>
public sealed class DigestBookTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Of_many_who_want_to_send_one_may_and_again_on_the_next_day()
    {
        var books = new[] { _here.Start(), _here.Start() }.Select(s => new DigestBook(s.Database, TimeProvider.System)).ToList();
        foreach (var day in (DateOnly[])[Monday, Monday.AddDays(1)])
        {
            var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => books[i % 2].TryClaim("somebody", day))));
            Assert.Single(claims, c => c);
        }
        // A day that is over is never claimed again.
        Assert.False(books[0].TryClaim("somebody", Monday));
        Assert.True(books[0].TryClaim("another", Monday));
    }

    [Fact]
    public void Right_that_was_given_back_is_taken_again()
    {
        var book = new DigestBook(_here.Start().Database, TimeProvider.System);
        Assert.True(book.TryClaim("somebody", Monday));
        book.Release("somebody", Monday.AddDays(-1));
        Assert.False(book.TryClaim("somebody", Monday));
        book.Release("somebody", Monday);
        Assert.True(book.TryClaim("somebody", Monday));
    }

    [Fact]
    public void Everybody_is_reminded_until_they_say_no_and_after_they_say_yes_again()
    {
        var book = new DigestBook(_here.Start().Database, TimeProvider.System);
        Assert.True(book.Wants("somebody"));
        book.Want("somebody", wanted: false);
        Assert.False(book.Wants("somebody"));
        Assert.False(book.TryClaim("somebody", Monday));
        book.Want("somebody", wanted: true);
        Assert.True(book.Wants("somebody"));
        Assert.True(book.TryClaim("somebody", Monday));
    }
}
