using System.Buffers;
using System.Buffers.Binary;

namespace Rollout.Documents.Pictures;

/// <summary>Collects the records of an enhanced metafile (MS-EMF), each a number, its length and 32-bit words.</summary>
internal sealed class EmfRecords
{
    private readonly ArrayBufferWriter<byte> _written = new();

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes they take.</summary>
    public int Length => _written.WrittenCount;

    /// <summary>Adds a record of words.</summary>
    public void Add(uint number, params ReadOnlySpan<int> words) => Add(number, words, []);

    /// <summary>Adds a record of words and of bytes, which are filled up to whole words.</summary>
    public void Add(uint number, ReadOnlySpan<int> words, ReadOnlySpan<byte> bytes)
    {
        var filled = (bytes.Length + 3) / 4 * 4;
        Word((int)number);
        Word(8 + (words.Length * 4) + filled);
        foreach (var word in words) Word(word);
        _written.Write(bytes);
        _written.Write(stackalloc byte[filled - bytes.Length]);
        Count++;
    }

    /// <summary>Writes them out.</summary>
    public void CopyTo(Stream output) => output.Write(_written.WrittenSpan);

    private void Word(int word)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_written.GetSpan(4), word);
        _written.Advance(4);
    }
}
