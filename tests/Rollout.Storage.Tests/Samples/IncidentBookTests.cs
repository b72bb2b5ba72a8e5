using Rollout.Core.Incidents;
using Rollout.Core.Participants;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

/// <summary>An incident of a shared part is opened once and closed once, whoever sees it.</summary>
public sealed class IncidentBookTests : IDisposable
{
    private static readonly SharedPart Ndxp = new("test", "ndxp");
    private static readonly ParticipantId HaNoi = new("provinces-63", "01");
    private static readonly ParticipantId CanTho = new("provinces-63", "92");
    private readonly Installation _here = new();

    [Fact]
    public void Two_processes_that_see_it_open_one_incident()
    {
        var (one, other) = (_here.Start(), _here.Start());
        Assert.Empty(one.Incidents.Open(Store.Programme));
        Assert.Empty(other.Incidents.Open(Store.Programme));
        var first = one.Incidents.Begin(Store.Programme, Ndxp, "tcp.refused", "10.0.0.1:443", Installation.Beginning, [HaNoi]);
        var second = other.Incidents.Begin(Store.Programme, Ndxp, "tcp.timeout", "", Installation.Beginning.AddMinutes(1), [CanTho]);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal("tcp.refused", second.Code);
        Assert.Single(one.Incidents.Latest(Store.Programme, 10));
    }

    [Fact]
    public void Everyone_it_touches_is_listed_once_and_after_its_end_the_next_is_another()
    {
        var book = _here.Start().Incidents;
        var incident = book.Begin(Store.Programme, Ndxp, "tcp.refused", "", Installation.Beginning, [HaNoi]);
        book.Touch(incident, CanTho, Installation.Beginning.AddMinutes(5));
        book.Touch(incident, CanTho, Installation.Beginning.AddMinutes(6));
        book.End(incident, Installation.Beginning.AddHours(1));
        book.End(incident, Installation.Beginning.AddHours(2));

        Assert.Empty(book.Open(Store.Programme));
        var kept = Assert.Single(book.Latest(Store.Programme, 10));
        Assert.Equal([HaNoi, CanTho], kept.Touched);
        Assert.Equal((Installation.Beginning, Installation.Beginning.AddHours(1)), (kept.OpenedAt, kept.ClosedAt));
        Assert.NotEqual(incident.Id, book.Begin(Store.Programme, Ndxp, "tcp.refused", "", Installation.Beginning.AddHours(3), []).Id);
        Assert.Equal(2, book.Latest(Store.Programme, 10).Length);
        Assert.Empty(book.Latest("other", 10));
    }

    [Fact]
    public void Incident_is_open_at_the_instants_between_its_ends_with_those_it_touched_by_then()
    {
        var book = _here.Start().Incidents;
        var incident = book.Begin(Store.Programme, Ndxp, "tcp.refused", "", Installation.Beginning, [HaNoi]);
        book.Touch(incident, CanTho, Installation.Beginning.AddMinutes(5));
        book.End(incident, Installation.Beginning.AddHours(1));
        Assert.Empty(book.OpenAt(Store.Programme, Installation.Beginning.AddMinutes(-1)));
        Assert.Equal([HaNoi], Assert.Single(book.OpenAt(Store.Programme, Installation.Beginning)).Touched);
        var later = Assert.Single(book.OpenAt(Store.Programme, Installation.Beginning.AddMinutes(5)));
        Assert.Equal(2, later.Touched.Length);
        Assert.Null(later.ClosedAt);
        Assert.Empty(book.OpenAt(Store.Programme, Installation.Beginning.AddHours(1)));
        Assert.Empty(book.OpenAt("other", Installation.Beginning));
    }

    public void Dispose() => _here.Dispose();
}
