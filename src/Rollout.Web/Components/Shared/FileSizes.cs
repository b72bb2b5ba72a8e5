using System.Globalization;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSizes
{
    private const double Kilo = 1024;

    /// <summary>A size in kB or MB, with the reader's decimal sign.</summary>
    public static string Size(this Texts texts, long bytes) => bytes < Kilo * Kilo
        ? texts["size.kilo", Math.Max(1, Math.Round(bytes / Kilo)).ToString(CultureInfo.CurrentCulture)]
        : texts["size.mega", Math.Round(bytes / Kilo / Kilo, 1).ToString(CultureInfo.CurrentCulture)];
}
