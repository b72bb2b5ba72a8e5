using Rollout.Core.Collecting;
using Rollout.Core.Wording;

namespace Rollout.Web.Components.Shared;

/// <content>Of reports that are collected.</content>
public static partial class Looks
{
    /// <summary>The look of where a report that was asked for stands.</summary>
    public static Look Of(ReceiptState state) => new($"receipt.{Words.Of(state)}", state switch
    {
        ReceiptState.Received => "is-done",
        ReceiptState.Late or ReceiptState.NotDated => "is-waiting",
        ReceiptState.Missing => "is-none",
        ReceiptState.Overdue => "is-fail",
        _ => "is-unknown",
    }, state switch
    {
        ReceiptState.Received => "check",
        ReceiptState.Late => "clock",
        ReceiptState.NotDated => "calendar",
        ReceiptState.Missing => "dash",
        ReceiptState.Overdue => "alert",
        _ => "question",
    });
}
