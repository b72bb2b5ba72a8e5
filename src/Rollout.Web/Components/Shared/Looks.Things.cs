using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;

namespace Rollout.Web.Components.Shared;

/// <summary>What is no state of a step, yet stands beside one: letters, incidents, certificates, single checks, accounts, entries.</summary>
public static partial class Looks
{
    /// <summary>Somebody wrote something.</summary>
    public static readonly Look Commented = new("history.comment", "is-none", "talk");

    /// <summary>A file was added.</summary>
    public static readonly Look Evidence = new("history.evidence", "is-none", "file");

    /// <summary>One of several confirmers has confirmed.</summary>
    public static readonly Look Partly = new("history.partly", "is-waiting", "hourglass");

    /// <summary>It was looked at, and left as it is.</summary>
    public static readonly Look Upheld = new("history.upheld", "is-none", "check");

    /// <summary>A document spoke of it for the first time.</summary>
    public static readonly Look Source = new("history.source", "is-none", "list");

    /// <summary>A figure was stated.</summary>
    public static readonly Look Figure = new("history.figure", "is-none", "list");

    /// <summary>A figure was taken back.</summary>
    public static readonly Look NoFigure = new("history.noFigure", "is-none", "close");

    /// <summary>Two sides say the same.</summary>
    public static readonly Look Agrees = new("reading.same", "is-done", "check");

    /// <summary>Two sides say different things.</summary>
    public static readonly Look Differs = new("reading.both", "is-blocked", "alert");

    /// <summary>A certificate that no longer holds.</summary>
    public static readonly Look Ended = new("probes.certificateEnded", "is-fail", "alert");

    /// <summary>A certificate that soon ends.</summary>
    public static readonly Look Ending = new("probes.days", "is-waiting", "clock");

    /// <summary>A key that was taken back.</summary>
    public static readonly Look Revoked = new("keys.revoked", "is-blocked", "close");

    /// <summary>The look of the state of a letter.</summary>
    public static Look Of(PublicationState state)
    {
        var (css, sign) = state switch
        {
            PublicationState.Submitted => ("is-waiting", "hourglass"),
            PublicationState.Approved => ("is-progress", "half"),
            PublicationState.Issued => ("is-done", "check"),
            PublicationState.Superseded => ("is-stale", "clock"),
            PublicationState.Cancelled => ("is-unknown", "close"),
            _ => ("is-none", "file"),
        };
        return new($"publication.state.{Words.Of(state)}", css, sign);
    }

    /// <summary>The look of a failure of a shared part.</summary>
    public static Look OfIncident(bool open) => open ? new("incident.open", "is-fail", "alert") : new("incident.closed", "is-none", "check");

    /// <summary>The look of one check: passed, failed by the participant's own fault, or by somebody else's.</summary>
    public static Look OfCheck(Fault? fault) => fault is null ? Of(VerificationState.Passing) : FaultOwner.IsParticipants(fault.Owner) ? Of(VerificationState.Failing) : Of(VerificationState.Stale);

    /// <summary>The look of what came of one of many.</summary>
    public static Look OfOutcome(bool written) => written ? new("", "is-done", "check") : new("", "is-fail", "alert");

    /// <summary>The look of an account.</summary>
    /// <param name="state">disabled, locked, invited, activeTwo or active.</param>
    public static Look OfAccount(string state) => new($"users.{state}", state switch { "disabled" or "locked" => "is-blocked", "invited" => "is-waiting", _ => "is-done" }, "");
}
