using Rollout.Core.Participants;
using Rollout.Core.Quiet;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

/// <summary>Maintenance windows and vendors: what is kept beside the samples.</summary>
public sealed class MaintenanceBookTests : IDisposable
{
    private static readonly ParticipantId CanTho = new("provinces-63", "92");
    private static readonly MaintenanceWindow Once = new(
        0, Store.Programme, new(CanTho, "test", "gateway", "dvclt"), Installation.Beginning, Installation.Beginning.AddHours(2), null, null, "Nâng cấp", "tinh-92");

    private static readonly MaintenanceWindow Weekly = new(
        0, Store.Programme, new(null, null, null, null), Installation.Beginning, null, "0 22 * * 6", TimeSpan.FromHours(3), "Sao lưu", "admin");

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Window_is_kept_as_it_was_written_for_every_process()
    {
        var store = _here.Start();
        Assert.Empty(store.Maintenance.Of(Store.Programme));
        var (once, weekly) = (store.Maintenance.Add(Once), store.Maintenance.Add(Weekly));
        Assert.Equal([Once with { Id = once.Id }, Weekly with { Id = weekly.Id }], store.Maintenance.Of(Store.Programme));
        Assert.Equal(store.Maintenance.Of(Store.Programme), _here.Start().Maintenance.Of(Store.Programme));
        Assert.Empty(store.Maintenance.Of("giay-phep"));
    }

    [Fact]
    public void Window_of_another_process_is_seen_after_a_look()
    {
        var (one, other) = (_here.Start(), _here.Start());
        Assert.Empty(other.Maintenance.Of(Store.Programme));
        one.Maintenance.Add(Once);
        Assert.Empty(other.Maintenance.Of(Store.Programme));
        other.Maintenance.Refresh();
        Assert.Single(other.Maintenance.Of(Store.Programme));
    }

    [Fact]
    public void Window_ended_early_stays_as_what_was_and_is_ended_once()
    {
        var store = _here.Start();
        var window = store.Maintenance.Add(Weekly);
        _here.Time.Advance(TimeSpan.FromHours(1));
        Assert.False(store.Maintenance.End("giay-phep", window.Id));
        Assert.True(store.Maintenance.End(Store.Programme, window.Id));
        Assert.Equal(window with { Until = Installation.Beginning.AddHours(1) }, store.Maintenance.Of(Store.Programme).Single());
        Assert.False(store.Maintenance.End(Store.Programme, window.Id));
        _here.Time.Advance(TimeSpan.FromHours(1));
        Assert.False(store.Maintenance.End(Store.Programme, window.Id));
        Assert.Equal(Installation.Beginning.AddHours(1), store.Maintenance.Of(Store.Programme).Single().Until);
    }

    [Fact]
    public void Vendor_is_said_said_anew_and_taken_back()
    {
        var store = _here.Start();
        Assert.Empty(store.Vendors.All(Store.Programme));
        store.Vendors.Set(Store.Programme, CanTho, "  Nền tảng A ", "tinh-92");
        store.Vendors.Set("giay-phep", CanTho, "Nền tảng C", "tinh-92");
        Assert.Equal("Nền tảng A", store.Vendors.All(Store.Programme)[CanTho]);
        store.Vendors.Set(Store.Programme, CanTho, "Nền tảng B", "admin");
        Assert.Equal("Nền tảng B", _here.Start().Vendors.All(Store.Programme)[CanTho]);
        Assert.Equal("admin", _here.Scalar<string>("SELECT by FROM vendors WHERE programme = 'lien-thong'"));
        store.Vendors.Set(Store.Programme, CanTho, " ", "admin");
        Assert.Empty(store.Vendors.All(Store.Programme));
    }
}
