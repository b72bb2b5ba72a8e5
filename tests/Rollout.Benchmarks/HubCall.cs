using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Rollout.Benchmarks;

/// <summary>A message to the hub of the circuits: MessagePack with its length before it, as Blazor's own script sends it.</summary>
internal static class HubCall
{
    private const int Invocation = 1, PingKind = 6;

    /// <summary>The answer to nothing: the connection lives.</summary>
    public static readonly byte[] Ping = Framed(w =>
    {
        Array(w, 1);
        Number(w, PingKind);
    });

    /// <summary>A call of a method of the hub.</summary>
    /// <param name="id">Under which the answer comes; null when none is wanted.</param>
    /// <param name="target">The method.</param>
    /// <param name="facts">What it is given: texts, whole numbers, yes or no, nothing.</param>
    public static byte[] Of(string? id, string target, params object?[] facts) => Framed(w =>
    {
        Array(w, 6);
        Number(w, Invocation);
        Byte(w, 0x80);
        Value(w, id);
        Value(w, target);
        Array(w, facts.Length);
        foreach (var fact in facts) Value(w, fact);
        Array(w, 0);
    });

    private static byte[] Framed(Action<ArrayBufferWriter<byte>> write)
    {
        var body = new ArrayBufferWriter<byte>();
        write(body);
        var framed = new ArrayBufferWriter<byte>(body.WrittenCount + 5);
        var left = (uint)body.WrittenCount;
        for (; left >= 0x80; left >>= 7) Byte(framed, (int)(left | 0x80));
        Byte(framed, (int)left);
        framed.Write(body.WrittenSpan);
        return framed.WrittenSpan.ToArray();
    }

    private static void Value(ArrayBufferWriter<byte> to, object? value)
    {
        switch (value)
        {
            case null: Byte(to, 0xC0); break;
            case bool yes: Byte(to, yes ? 0xC3 : 0xC2); break;
            case string text: Text(to, text); break;
            case int or long: Number(to, Convert.ToInt64(value)); break;
            default: throw new NotSupportedException($"{value.GetType()}");
        }
    }

    private static void Text(ArrayBufferWriter<byte> to, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Byte(to, 0xDB);
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(4), bytes.Length);
        to.Advance(4);
        to.Write(bytes);
    }

    private static void Number(ArrayBufferWriter<byte> to, long number)
    {
        if (number is >= 0 and < 0x80)
        {
            Byte(to, (int)number);
            return;
        }
        Byte(to, 0xD3);
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(8), number);
        to.Advance(8);
    }

    private static void Array(ArrayBufferWriter<byte> to, int length) => Byte(to, 0x90 | length);

    private static void Byte(ArrayBufferWriter<byte> to, int value)
    {
        to.GetSpan(1)[0] = (byte)value;
        to.Advance(1);
    }
}
