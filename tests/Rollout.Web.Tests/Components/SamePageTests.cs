using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Layout;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>Where a page has its like in another programme.</summary>
public sealed class SamePageTests
{
    private static readonly Core.Programmes.ProgrammeCatalog Catalog = SeveralProgrammes.Catalog();

    [Theory]
    [InlineData("/", "/?programme=old-wells")]
    [InlineData("/board?programme=lien-thong&region=x&verification=failing", "/board?programme=old-wells")]
    [InlineData("/lists?phase=test&asOf=2024-07-15&knownOn=2024-07-20", "/lists?programme=old-wells&phase=test&asOf=2024-07-15&knownOn=2024-07-20")]
    [InlineData("/lists?phase=production", "/lists?programme=old-wells")]
    [InlineData("/letters/new?participants=92", "/lists?programme=old-wells")]
    [InlineData("/publications/7", "/publications?programme=old-wells")]
    [InlineData("/agencies/c06", "/?programme=old-wells")]
    [InlineData("/programmes?programme=lien-thong", "/?programme=old-wells")]
    [InlineData("/admin/users", "/admin/users?programme=old-wells")]
    public void Page_stays_where_the_other_programme_has_it_with_its_instants_and_without_its_filters(string here, string there) =>
        Assert.Equal(there, In("lien-thong", "old-wells", here));

    [Theory]
    [InlineData("lien-thong", "old-wells", "/participants/94", "/participants/94")]
    [InlineData("lien-thong", "wells", "/participants/94", "/participants/92")]
    [InlineData("lien-thong", "wells", "/participants/02", "/participants/08")]
    [InlineData("wells", "lien-thong", "/participants/04", "/participants/04")]
    [InlineData("wells", "lien-thong", "/participants/08", "/participants")]
    [InlineData("lien-thong", "wells", "/participants/none", "/participants")]
    public void Participant_is_found_by_lineage_and_never_by_its_code(string from, string to, string here, string there) =>
        Assert.Equal($"{there}?programme={to}", In(from, to, here));

    [Theory]
    [InlineData("participant:provinces-63/94", "/board", "/inbox")]
    [InlineData("participant:provinces-63/94", "/participants/94", "/inbox")]
    [InlineData("participant:provinces-63/94,provinces-34/92", "/participants/94", "/participants/92")]
    [InlineData("participant:provinces-63/94", "/probes", "/inbox")]
    [InlineData("monitor", "/board", "/board")]
    public void One_who_reads_only_the_own_is_led_to_what_may_be_read(string role, string here, string there) =>
        Assert.Equal($"{there}?programme=wells", In("lien-thong", "wells", here, role));

    private static string In(string from, string to, string here, string? role = null) =>
        new SamePage(Catalog, Catalog.Find(from)!, role is not null && Mandate.TryParse(role, out var mandate) ? new Person("t", "t", mandate, null) : null).In(Catalog.Find(to)!, here);
}
