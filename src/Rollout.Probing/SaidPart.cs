using System.Text;

namespace Rollout.Probing;

/// <summary>
/// Gathers the parts of an answer that its conditions looked at: values by their path, places in the body. Without any the head of the body
/// stands for all. Only what is kept is decoded.
/// </summary>
internal sealed class SaidPart(ReadOnlyMemory<byte> body, string? charset)
{
    /// <summary>What is kept on either side of a place, in bytes: enough to recognise it by.</summary>
    private const int Margin = 200;

    private readonly List<(int From, int Until)> _places = [];
    private readonly List<string> _lines = [];

    public void Value(string name, string value) => _lines.Add($"{name}: {value}");

    public void Place(int at, int length)
    {
        var (from, until) = (Math.Max(0, at - Margin), Math.Min(body.Length, at + length + Margin));
        var near = _places.FindIndex(p => p.From <= until && from <= p.Until);
        if (near < 0) _places.Add((from, until));
        else _places[near] = (Math.Min(from, _places[near].From), Math.Max(until, _places[near].Until));
    }

    /// <summary>What was gathered so far decided nothing after all.</summary>
    public void Clear()
    {
        _lines.Clear();
        _places.Clear();
    }

    public override string ToString() =>
        _lines.Count == 0 && _places.Count == 0 ? Part(0, SaidText.MostBytes) : string.Join('\n', _lines.Concat(_places.Select(p => Part(p.From, p.Until))));

    private string Part(int from, int until)
    {
        until = Math.Min(until, body.Length);
        if (from >= until) return "";
        var span = body.Span;
        if (BodyText.IsUtf8(charset))
        {
            // Not from within a character, nor to within one.
            while (from < until && (span[from] & 0xC0) == 0x80) from++;
            while (until > from && until < body.Length && (span[until] & 0xC0) == 0x80) until--;
        }
        var text = BodyText.Of(body[from..until], charset);
        return $"{(from > 0 ? "…" : "")}{text}{(until < body.Length ? "…" : "")}";
    }
}
