using Rollout.Core.Participants;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

public sealed class TargetsTests : IDisposable
{
    private static readonly ParticipantId CanTho = new("provinces-63", "92");

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Targets_that_were_put_are_there_in_their_order_for_every_process()
    {
        var store = _here.Start();
        Assert.Empty(store.Targets.All);

        store.Targets.Put([Target("catalogue", "https://b.vn/1"), Target("gateway", "https://a.vn:5500/")]);
        store.Targets.Put([Target("catalogue", "https://c.vn/", "production")]);

        Assert.Equal(["test catalogue https://b.vn/1", "test gateway https://a.vn:5500/", "production catalogue https://c.vn/"], Words(store));
        Assert.Equal(store.Targets.All, _here.Start().Targets.All);
        Assert.All(store.Targets.All, t => Assert.Equal((Store.Programme, CanTho), (t.Programme, t.Participant)));
        Assert.Equal(3, store.Targets.All.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public void Target_put_again_keeps_its_number_and_gets_the_new_address()
    {
        var store = _here.Start();
        store.Targets.Put([Target("catalogue", "https://a.vn/"), Target("gateway", "https://b.vn/")]);
        var before = store.Targets.All;

        store.Targets.Put([Target("catalogue", "https://c.vn/")]);

        Assert.Equal(before.Select(t => t.Id), store.Targets.All.Select(t => t.Id));
        Assert.Equal(["test catalogue https://c.vn/", "test gateway https://b.vn/"], Words(store));
    }

    [Fact]
    public void Target_is_found_by_its_place_after_every_change()
    {
        var store = _here.Start();
        Assert.Null(Find("catalogue"));

        store.Targets.Put([Target("catalogue", "https://a.vn/")]);
        Assert.Equal("https://a.vn/", Find("catalogue"));
        Assert.Null(Find("gateway"));
        store.Targets.Put([Target("catalogue", "https://b.vn/"), Target("gateway", "https://c.vn/")]);

        Assert.Equal(("https://b.vn/", "https://c.vn/"), (Find("catalogue"), Find("gateway")));

        string? Find(string role) => store.Targets.Find(Store.Programme, CanTho, "test", role)?.Url.AbsoluteUri;
    }

    [Theory]
    [InlineData("https://dichvucong.cantho.gov.vn:8443/api/h%E1%BB%93-s%C6%A1?a=1&b=%26%2B%20#x")]
    [InlineData("https://a.vn/a%2Fb%25c%20d")]
    [InlineData("http://[::1]:5080/")]
    [InlineData("https://xã.vn/hồ sơ")]
    [InlineData("tcp://10.0.0.1:5500")]
    public void Address_comes_back_as_it_was(string url)
    {
        var store = _here.Start();

        store.Targets.Put([Target("catalogue", url)]);

        Assert.Equal(new Uri(url).AbsoluteUri, Assert.Single(_here.Start().Targets.All).Url.AbsoluteUri);
    }

    [Fact]
    public void Putting_nothing_changes_nothing()
    {
        var store = _here.Start();

        store.Targets.Put([]);

        Assert.Empty(store.Targets.All);
    }

    [Fact]
    public void Same_codes_of_two_sets_are_two_participants()
    {
        var store = _here.Start();

        store.Targets.Put([Target("catalogue", "https://a.vn/"), Target("catalogue", "https://b.vn/") with { Participant = new("provinces-34", "92") }]);

        Assert.Equal(["provinces-63/92", "provinces-34/92"], store.Targets.All.Select(t => $"{t.Participant}"));
    }

    [Fact]
    public async Task Replacing_keeps_what_stays_begins_anew_what_changes_and_drops_the_rest()
    {
        var store = _here.Start();
        store.Targets.Put([Target("catalogue", "https://a.vn/"), Target("receive", "https://b.vn/"), Target("gateway", "https://c.vn/")]);
        store.Targets.Put([Target("catalogue", "https://d.vn/") with { Participant = new("provinces-63", "01") }]);
        var before = store.Targets.All;
        foreach (var target in before)
            await store.Samples.AddAsync(new(target, target.Role, Installation.Beginning, null, new(null, null, null, null, 1), null, null), TestContext.Current.CancellationToken);
        await store.Samples.StopAsync(TestContext.Current.CancellationToken);

        store.Targets.Replace(Store.Programme, CanTho, [("test", "catalogue", new("https://a.vn/")), ("test", "receive", new("https://new.vn/")), ("production", "receive", new("https://b.vn/"))]);

        var after = store.Targets.Of(Store.Programme, CanTho);
        Assert.Equal(["test catalogue https://a.vn/", "test receive https://new.vn/", "production receive https://b.vn/"], after.Select(t => $"{t.Phase} {t.Role} {t.Url}"));
        Assert.Equal(before[0].Id, after[0].Id);
        Assert.DoesNotContain(after[1].Id, before.Select(t => t.Id));
        Assert.False(store.Streaks.Of(after[1].Id, "receive").EverPassed);
        Assert.True(store.Streaks.Of(after[0].Id, "catalogue").EverPassed);
        Assert.Equal(2, _here.Scalar<long>("SELECT count(*) FROM samples"));
        Assert.Equal(2, _here.Scalar<long>("SELECT count(*) FROM first_passes"));
        Assert.Contains(before[3], store.Targets.All);
        Assert.Null(store.Targets.Find(Store.Programme, CanTho, "test", "gateway"));
        Assert.Equal("https://new.vn/", store.Targets.Find(Store.Programme, CanTho, "test", "receive")?.Url.AbsoluteUri);
    }

    [Fact]
    public void Two_roles_that_change_places_are_replaced_at_once()
    {
        var store = _here.Start();
        store.Targets.Put([Target("catalogue", "https://a.vn/"), Target("receive", "https://b.vn/")]);

        store.Targets.Replace(Store.Programme, CanTho, [("test", "catalogue", new("https://b.vn/")), ("test", "receive", new("https://a.vn/"))]);
        Assert.Equal(["test catalogue https://b.vn/", "test receive https://a.vn/"], Words(store));
        store.Targets.Replace(Store.Programme, CanTho, []);

        Assert.Empty(store.Targets.All);
    }

    [Fact]
    public void Change_of_another_process_is_seen_after_refreshing()
    {
        var (store, other) = (_here.Start(), _here.Start());
        Assert.Empty(store.Targets.All);

        other.Targets.Put([Target("catalogue", "https://a.vn/")]);
        store.Targets.Refresh();
        Assert.NotNull(store.Targets.Find(Store.Programme, CanTho, "test", "catalogue"));
        other.Targets.Replace(Store.Programme, CanTho, [("test", "catalogue", new("https://b.vn/"))]);
        store.Targets.Refresh();

        Assert.Equal(other.Targets.All, store.Targets.All);
        Assert.Equal("https://b.vn/", store.Targets.Find(Store.Programme, CanTho, "test", "catalogue")?.Url.AbsoluteUri);
    }

    private static (string Programme, ParticipantId Participant, string Phase, string Role, Uri Url) Target(string role, string url, string phase = "test") =>
        (Store.Programme, CanTho, phase, role, new(url));

    private static IEnumerable<string> Words(Store store) => store.Targets.All.Select(t => $"{t.Phase} {t.Role} {t.Url}");
}
