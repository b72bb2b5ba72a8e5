namespace Rollout.Web.Components.Matrix;

/// <summary>
/// A word of the address that people change faster than the address follows. What they said last holds, until the address says something that
/// was not sent from here: a link, or the way back.
/// </summary>
public sealed class TypedWord
{
    private string? _address;
    private string? _sent;
    private bool _underWay;

    /// <summary>What holds.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Somebody says something else.</summary>
    public void Say(string? value) => Value = value ?? "";

    /// <summary>What the address is to say now; null for nothing.</summary>
    public string? Send()
    {
        _sent = Value.Trim() is { Length: > 0 } word ? word : null;
        _underWay = _sent != _address;
        return _sent;
    }

    /// <summary>The address was read.</summary>
    public void Read(string? address)
    {
        if (string.IsNullOrEmpty(address)) address = null;
        if (address == _address) return;
        _address = address;
        if (_underWay && address == _sent) _underWay = false;
        else Value = address ?? "";
    }
}
