using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Web.Resources;

namespace Rollout.Web.Appendices;

/// <summary>A mistake of an appendix as a person reads it: the keys of systems become their names.</summary>
public static class MistakeWords
{
    /// <summary>The sentence, beginning as sentences do.</summary>
    public static string Of(Texts texts, Programme programme, Message message)
    {
        var said = texts.Say(message with { Arguments = [.. message.Arguments.Select(a => programme.FindSystem(a) is { } system ? Texts.Of(system.Short) : a)] });
        return said.Length == 0 ? said : char.ToUpper(said[0], System.Globalization.CultureInfo.CurrentCulture) + said[1..];
    }
}
