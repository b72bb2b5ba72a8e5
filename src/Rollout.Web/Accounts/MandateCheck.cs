using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>Whether a role's word means somebody here: its agency and its participants must be of some programme. Asked by pages, files and commands alike.</summary>
public sealed class MandateCheck(ProgrammeCatalog catalog)
{
    /// <summary>The agencies of all programmes.</summary>
    public IReadOnlyList<string> Agencies { get; } = [.. catalog.All.SelectMany(p => p.Programme.Organisations).Select(o => o.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>The participants of all programmes, with their names.</summary>
    public IReadOnlyList<(string Id, string Title)> Participants { get; } =
        [.. catalog.All.SelectMany(p => p.Participants.All).DistinctBy(p => p.Id).Select(p => ($"{p.Id}", p.Name))];

    /// <summary>What is wrong with a role; null when nothing is.</summary>
    public Message? Mistake(string role)
    {
        if (!Mandate.TryParse(role, out var mandate)) return Message.Of("mandate.word", role, string.Join(", ", Mandate.Kinds));
        if (mandate.Kind == ActorKind.Agency && !Agencies.Contains(mandate.Agency!))
            return Message.Of("mandate.agency", role, string.Join(", ", Agencies.Select(a => $"agency:{a}")));
        foreach (var id in mandate.Participants)
            if (!catalog.All.Any(p => p.Participants.Find(id) is not null))
                return Message.Of("mandate.participant", $"{id}", Nearest.To($"{id}", Participants.Select(p => p.Id)) ?? "-");
        return null;
    }
}
