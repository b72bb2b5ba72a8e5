using System.Text;

namespace Rollout.Probing;

/// <summary>
/// The secrets that a request carried, struck out of whatever is kept of the answer: servers echo headers, in errors above all. Each is known
/// by the forms in which it comes back: as it is, percent-encoded, escaped in JSON, in base64 wherever it stands within the encoded text.
/// </summary>
internal sealed class StruckSecrets
{
    /// <summary>Stands where a secret stood.</summary>
    public const string Stroke = "•••";

    /// <summary>Shorter ones have no encoded forms of their own: a few letters stand in every text.</summary>
    private const int Telling = 6;

    /// <summary>Stands where a text was cut.</summary>
    private const char Cut = '…';

    /// <summary>So much of a secret's beginning or end, at an edge where the text was cut, gives it away.</summary>
    private const int Fragment = 4;

    private readonly List<string> _forms = [];

    public void Add(string secret)
    {
        AddForm(secret);
        // "Bearer abc": the server may tell the credentials without their scheme.
        var credentials = secret[(secret.LastIndexOf(' ') + 1)..];
        foreach (var whole in credentials == secret ? [secret] : new[] { secret, credentials })
        {
            if (whole.Length < Telling) continue;
            AddForm(whole);
            AddForm(Uri.EscapeDataString(whole));
            AddForm(System.Text.Json.JsonEncodedText.Encode(whole).Value);
            for (var shift = 0; shift < 3; shift++) AddBase64(Encoding.UTF8.GetBytes(whole), shift);
        }
        // A longer form first: a shorter one within it would leave its rest standing.
        _forms.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    public string Strike(string text)
    {
        foreach (var form in _forms) text = text.Replace(form, Stroke, Form(form));
        for (var at = text.LastIndexOf(Cut); at >= 0; at = at == 0 ? -1 : text.LastIndexOf(Cut, at - 1))
        {
            var after = _forms.Max(f => Fragments(f).FirstOrDefault(n => text.AsSpan(at + 1).StartsWith(f.AsSpan(f.Length - n), Form(f))));
            if (after > 0) text = text.Remove(at + 1, after).Insert(at + 1, Stroke);
            var before = _forms.Max(f => Fragments(f).FirstOrDefault(n => text.AsSpan(0, at).EndsWith(f.AsSpan(0, n), Form(f))));
            if (before > 0) text = text.Remove(at - before, before).Insert(at = at - before, Stroke);
        }
        return text;
    }

    /// <summary>Percent signs go with hexadecimal digits, written large or small.</summary>
    private static StringComparison Form(string form) => form.Contains('%', StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>How much of a form may be left at a cut, the most first.</summary>
    private static IEnumerable<int> Fragments(string form)
    {
        for (var length = form.Length - 1; length >= Fragment; length--) yield return length;
    }

    /// <summary>What is certain of the base64 form when so many bytes stand before it and any number after.</summary>
    private void AddBase64(byte[] secret, int shift)
    {
        var encoded = Convert.ToBase64String([.. new byte[shift], .. secret]).TrimEnd('=');
        var uncertain = (shift + secret.Length) % 3 == 0 ? 0 : 1;
        var form = encoded[(shift == 0 ? 0 : shift + 1)..^uncertain];
        AddForm(form);
        AddForm(form.Replace('+', '-').Replace('/', '_'));
    }

    private void AddForm(string form)
    {
        if (form.Length > 0 && !_forms.Contains(form)) _forms.Add(form);
    }
}
