using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Shared;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Measures;

/// <summary>What a figure rests on, in one line: the document, or else what it is and who said so, and since when. No people.</summary>
public static class FigureSources
{
    /// <summary>The line.</summary>
    public static string Of(Texts texts, Programme programme, FigureFact fact)
    {
        var who = fact.By.Kind switch
        {
            ActorKind.Participant => fact.By.Office ?? TextHelpers.Inside(Texts.Of(programme.ParticipantWord)),
            ActorKind.Agency or ActorKind.Monitor when fact.By.Agency is { } agency => Looks.Owner(texts, programme, agency, fact.Since),
            _ => "",
        };
        string[] parts = [fact.Document?.Number ?? "", texts[StateKeys.Of(fact.Basis)], who, texts.Time(fact.Since, fact.Precision), fact.Version > 1 ? texts["measures.version", fact.Version] : ""];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }
}
