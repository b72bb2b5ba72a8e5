using System.Text;

namespace Rollout.Documents.Pictures;

/// <summary>How far letters of Times New Roman advance, in thousandths of their size: a drawing must say where its words end, and no program is asked.</summary>
internal static class TimesWidths
{
    private const int FirstKnown = ' ';
    private const int Usual = 500;

    // The horn of ơ and ư stands out to the right; other marks stand over their letter.
    private const char Horn = '\u031B';
    private const int HornWidth = 35;

    // U+0020 to U+007E, from the metrics that all fonts of this width share.
    private static ReadOnlySpan<short> Regular =>
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static ReadOnlySpan<short> Bold =>
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>The advance of each UTF-16 unit of a composed text.</summary>
    public static int[] Of(string text, bool bold) => [.. text.Select(c => Of(c, bold))];

    private static int Of(char letter, bool bold)
    {
        var widths = bold ? Bold : Regular;
        if (char.IsSurrogate(letter)) return Usual;
        var parts = letter switch { 'đ' => "d", 'Đ' => "D", _ => letter.ToString().Normalize(NormalizationForm.FormD) };
        var place = parts[0] - FirstKnown;
        return (place >= 0 && place < widths.Length ? widths[place] : Usual) + (parts.Contains(Horn) ? HornWidth : 0);
    }
}
