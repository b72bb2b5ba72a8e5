using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Rollout.Documents.Tests.Approved;

/// <summary>The ink of a PNG of eight bits, grey or in colours, as versions of pdftoppm write it.</summary>
internal sealed class GreyPicture
{
    private const int Block = 8;

    private readonly byte[] _dots;

    private GreyPicture(int width, int height, byte[] dots) => (Width, Height, _dots) = (width, height, dots);

    public int Width { get; }

    public int Height { get; }

    public static GreyPicture Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        using var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 1);
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var name = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 12)));
                channels = bytes[at + 17] == 2 ? 3 : 1;
                Assert.Equal((8, 0), (bytes[at + 16], bytes[at + 20]));
            }
            if (name == "IDAT") packed.Write(bytes, at + 8, length);
            at += 12 + length;
        }
        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        var colours = Unfiltered(lines, width * channels, height, channels);
        return new(width, height, [.. Enumerable.Range(0, width * height).Select(i => channels == 1 ? colours[i] : (byte)((colours[i * 3] + colours[(i * 3) + 1] + colours[(i * 3) + 2]) / 3))]);
    }

    /// <summary>The share of blocks whose ink differs visibly: fonts of another version move a letter by a dot, a lost line moves everything.</summary>
    public double Differs(GreyPicture other)
    {
        if ((Width, Height) != (other.Width, other.Height)) return 1;
        var (different, all) = (0, 0);
        for (var y = 0; y + Block <= Height; y += Block)
            for (var x = 0; x + Block <= Width; x += Block, all++)
                if (Math.Abs(Ink(x, y) - other.Ink(x, y)) > 48) different++;
        return different / (double)all;
    }

    private int Ink(int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Block; y++)
            for (var x = left; x < left + Block; x++) sum += _dots[(y * Width) + x];
        return sum / (Block * Block);
    }

    private static byte[] Unfiltered(ZLibStream lines, int width, int height, int channels)
    {
        var dots = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            lines.ReadExactly(dots, y * width, width);
            for (var x = 0; x < width; x++)
            {
                int left = x >= channels ? dots[(y * width) + x - channels] : 0, up = y > 0 ? dots[((y - 1) * width) + x] : 0, corner = x >= channels && y > 0 ? dots[((y - 1) * width) + x - channels] : 0;
                dots[(y * width) + x] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Nearest(left, up, corner), _ => 0 });
            }
        }
        return dots;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
