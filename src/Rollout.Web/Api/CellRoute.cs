using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The participant and the cell that a path names, once <see cref="ReadingFilter"/> has found the programme.</summary>
internal static class CellRoute
{
    /// <summary>Below a participant.</summary>
    public const string Participant = "/programmes/{programme}/participants/{code}";

    /// <summary>Below a cell.</summary>
    public const string Cell = Participant + "/phases/{phase}/steps/{step}";

    /// <summary>The participant of the path.</summary>
    public static ParticipantId ParticipantOf(this HttpContext http) => http.View().Board.Find($"{http.GetRouteValue("code")}")!.Participant.Id;

    /// <summary>The cell of the path, or that there is none.</summary>
    public static (StepKey Cell, ProblemHttpResult? Problem) CellOf(this HttpContext http, Texts texts)
    {
        var programme = http.View().Programme;
        var (phase, step) = ($"{http.GetRouteValue("phase")}", $"{http.GetRouteValue("step")}");
        if (programme.FindPhase(phase) is null) return (default, Problems.Unknown("phase", phase, programme.Phases.Select(p => p.Key), texts));
        if (programme.FindStep(step) is null) return (default, Problems.Unknown("step", step, programme.Steps.Select(s => s.Key), texts));
        return (new(http.ParticipantOf(), phase, step), null);
    }

    /// <summary>Where a request came from, for the security log.</summary>
    public static string Address(this HttpContext http) => $"{http.Connection.RemoteIpAddress}";
}
