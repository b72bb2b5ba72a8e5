using System.Collections.Immutable;

namespace Rollout.Core.Publications;

/// <summary>A name that stands otherwise now than where a publication prints it.</summary>
/// <param name="Code">Code of the participant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Left">Numbers of the rows it is no longer in.</param>
/// <param name="Joined">Numbers of the rows it is in since.</param>
public sealed record PublicationChange(string Code, string Name, ImmutableArray<int> Left, ImmutableArray<int> Joined)
{
    /// <summary>
    /// What has changed between a content and a later one: name by name, in the order of the programme's rows. Notes are not compared, and one that
    /// took another name in between is still the same.
    /// </summary>
    public static ImmutableArray<PublicationChange> Between(PublicationContent before, PublicationContent after)
    {
        var (was, now) = (Places(before), Places(after));
        return
        [
            .. was.Concat(now).Select(p => p.Name).DistinctBy(n => n.Code).Select(name => Of(name, Numbers(was, name), Numbers(now, name))).OfType<PublicationChange>(),
        ];
    }

    private static PublicationChange? Of(PublishedName name, HashSet<int> was, HashSet<int> now) =>
        was.SetEquals(now) ? null : new(name.Code, name.Name, [.. was.Except(now).Order()], [.. now.Except(was).Order()]);

    private static HashSet<int> Numbers(List<(int Number, PublishedName Name)> places, PublishedName name) => [.. places.Where(p => p.Name.Code == name.Code).Select(p => p.Number)];

    private static List<(int Number, PublishedName Name)> Places(PublicationContent content) => [.. content.Rows.SelectMany(r => r.Names.Select(n => (r.Number, n)))];
}
