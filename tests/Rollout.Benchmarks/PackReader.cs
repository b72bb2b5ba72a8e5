using System.Buffers.Binary;
using System.Text;

namespace Rollout.Benchmarks;

/// <summary>Reads the little of MessagePack that a circuit's messages are made of.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Array() => Head() switch
    {
        >= 0x90 and <= 0x9F and var small => small & 0x0F,
        0xDC => (int)Unsigned(2),
        0xDD => (int)Unsigned(4),
        var other => throw Unknown(other, "an array"),
    };

    public long Number() => Head() switch
    {
        <= 0x7F and var small => small,
        >= 0xE0 and var negative => (sbyte)negative,
        0xCC => Unsigned(1),
        0xCD => Unsigned(2),
        0xCE => Unsigned(4),
        0xCF or 0xD3 => Unsigned(8),
        0xD0 => (sbyte)Unsigned(1),
        0xD1 => (short)Unsigned(2),
        0xD2 => (int)Unsigned(4),
        var other => throw Unknown(other, "a number"),
    };

    public string? Text()
    {
        if (_rest[0] != 0xC0) return Encoding.UTF8.GetString(Bytes());
        _rest = _rest[1..];
        return null;
    }

    /// <summary>The bytes of a text or of binary data.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Head() switch
    {
        >= 0xA0 and <= 0xBF and var small => small & 0x1F,
        0xC4 or 0xD9 => (int)Unsigned(1),
        0xC5 or 0xDA => (int)Unsigned(2),
        0xC6 or 0xDB => (int)Unsigned(4),
        var other => throw Unknown(other, "bytes"),
    });

    /// <summary>Passes over the headers, which nobody sends.</summary>
    public void NoHeaders()
    {
        if (Head() is not 0x80 and var other) throw Unknown(other, "no headers");
    }

    private byte Head() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private long Unsigned(int size)
    {
        var taken = Take(size);
        return size switch
        {
            1 => taken[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(taken),
            4 => BinaryPrimitives.ReadUInt32BigEndian(taken),
            _ => BinaryPrimitives.ReadInt64BigEndian(taken),
        };
    }

    private static InvalidDataException Unknown(byte head, string wanted) => new($"0x{head:X2} where {wanted} was expected.");
}
