using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Measuring;

/// <summary>What is wrong with a cell as a person reads it.</summary>
public static class SheetWords
{
    /// <summary>The sentence, beginning as sentences do; the keys of agencies in it become their names.</summary>
    public static string Of(Texts texts, Programme programme, Message message)
    {
        var said = RefusalWords.Of(texts, programme, new(RefusalKind.Rule, message));
        return said.Length == 0 ? said : char.ToUpper(said[0], CultureInfo.CurrentCulture) + said[1..];
    }
}
