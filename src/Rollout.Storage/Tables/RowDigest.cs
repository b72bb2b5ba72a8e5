using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rollout.Storage.Tables;

/// <summary>
/// SHA-256 over rows in their order. Every value is preceded by its sort and, where it has one, its length, so that no two different rows
/// read alike. Whole numbers and yes or no are the same eight bytes; instants count microseconds, which is what PostgreSQL keeps.
/// </summary>
internal sealed class RowDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head = new byte[9];

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<object?> row)
    {
        Rows++;
        foreach (var value in row) Add(value);
        Head('\n', 0);
    }

    /// <summary>The hash of all rows so far.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        switch (value)
        {
            case null: Head('0', 0); break;
            case string text: Bytes('s', Encoding.UTF8.GetBytes(text)); break;
            case byte[] bytes: Bytes('b', bytes); break;
            case long number: Head('n', number); break;
            case int number: Head('n', number); break;
            case bool yes: Head('n', yes ? 1 : 0); break;
            case double number: Head('d', BitConverter.DoubleToInt64Bits(number)); break;
            case DateTimeOffset instant: Head('t', instant.UtcTicks / TimeSpan.TicksPerMicrosecond); break;
            default: throw new NotSupportedException($"Values of {value.GetType()} are not known here.");
        }
    }

    private void Bytes(char sort, byte[] bytes)
    {
        Head(sort, bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Head(char sort, long number)
    {
        _head[0] = (byte)sort;
        BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(1), number);
        _hash.AppendData(_head);
    }
}
