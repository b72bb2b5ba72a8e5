using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rollout.Core.Pictures;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Pictures;

/// <summary>A drawing as an enhanced metafile, which Word and LibreOffice draw as sharp as text; its unit is the hundredth of a millimetre.</summary>
internal sealed class EmfPicture
{
    private const uint HeaderRecord = 1, PolyPolylineRecord = 7, PolyPolygonRecord = 8, PolylineRecord = 4, EndRecord = 14, BackgroundModeRecord = 18, FillModeRecord = 19,
        TextAlignRecord = 22, TextColourRecord = 24, SelectRecord = 37, PenRecord = 38, BrushRecord = 39, FontRecord = 82, TextRecord = 84;

    // Objects that every device has.
    private const int NoBrush = unchecked((int)0x80000005), NoPen = unchecked((int)0x80000008);
    private const int Transparent = 1, EvenOdd = 1, OnBaseline = 24, HeaderWords = 25;

    // A device of 100 dots a millimetre makes a dot of it the unit of the frame.
    private const int DeviceDots = 32000, DeviceMillimetres = 320;

    private readonly Dictionary<string, int> _objects = new(StringComparer.Ordinal);
    private readonly EmfRecords _records = new();
    private readonly double _scale;
    private readonly Drawing _drawing;

    private EmfPicture(Drawing drawing) => (_drawing, _scale) = (drawing, PictureSize.Scale(drawing));

    /// <summary>The file.</summary>
    public static byte[] Of(Drawing drawing)
    {
        var picture = new EmfPicture(drawing);
        picture.Draw();
        return picture.Sealed();
    }

    private void Draw()
    {
        _records.Add(BackgroundModeRecord, Transparent);
        _records.Add(FillModeRecord, EvenOdd);
        _records.Add(TextAlignRecord, OnBaseline);
        _records.Add(TextColourRecord, Colour(Paint.Ink));
        foreach (var mark in _drawing.Marks)
            switch (mark)
            {
                case DrawingMark.Patch area: Add(area); break;
                case DrawingMark.Polyline line: Add(line); break;
                case DrawingMark.Lettering label: Add(label); break;
            }
    }

    private void Add(DrawingMark.Patch area)
    {
        if (area.Fill is { } fill) Polygons(area.Rings, NoPen, Brush(fill));
        if (area.Hatch is { } hatch)
        {
            var distance = PictureSize.Hatch(_drawing);
            var lines = Hatching.Lines(area.Rings, distance).Select(l => (ImmutableArray<DrawingPoint>)[l.From, l.To]).ToImmutableArray();
            if (lines.Length > 0)
            {
                Select(Pen(hatch, distance / 5));
                _records.Add(PolyPolylineRecord, Shapes(lines));
            }
        }
        if (area.Edge is { } edge) Polygons(area.Rings, Pen(edge, area.Thickness), NoBrush);
    }

    private void Add(DrawingMark.Polyline line)
    {
        Select(Pen(line.Colour, line.Thickness));
        _records.Add(PolylineRecord, [.. Bounds(line.Points), line.Points.Length, .. line.Points.SelectMany(Place)]);
    }

    private void Add(DrawingMark.Lettering label)
    {
        var text = string.Join(' ', PrintText.Lines(label.Text));
        var size = Unit(label.Size);
        int[] advances = [.. TimesWidths.Of(text, label.Bold).Select(w => (int)Math.Round(w * size / 1000.0))];
        var width = advances.Sum();
        var left = Unit(label.At.X) - label.Anchor switch { LabelAnchor.Middle => width / 2, LabelAnchor.End => width, _ => 0 };
        var line = Unit(label.At.Y);
        Select(Font(size, label.Bold));
        var letters = Encoding.Unicode.GetBytes(text + (text.Length % 2 == 0 ? "" : "\0"));
        const int textAt = 76;
        var one = BitConverter.SingleToInt32Bits(1);
        var advancesAsBytes = advances.SelectMany(BitConverter.GetBytes).ToArray();
        _records.Add(
            TextRecord,
            [left, line - size, left + width, line + (size / 4), 1, one, one, left, line, text.Length, textAt, 0, 0, 0, -1, -1, textAt + letters.Length],
            [.. letters, .. advancesAsBytes]);
    }

    private void Polygons(ImmutableArray<ImmutableArray<DrawingPoint>> rings, int pen, int brush)
    {
        Select(pen);
        Select(brush);
        _records.Add(PolyPolygonRecord, Shapes(rings));
    }

    private int[] Shapes(ImmutableArray<ImmutableArray<DrawingPoint>> shapes) =>
    [
        .. Bounds([.. shapes.SelectMany(s => s)]), shapes.Length, shapes.Sum(s => s.Length), .. shapes.Select(s => s.Length), .. shapes.SelectMany(s => s).SelectMany(Place),
    ];

    private int[] Bounds(ImmutableArray<DrawingPoint> points) =>
        [Unit(points.Min(p => p.X)), Unit(points.Min(p => p.Y)), Unit(points.Max(p => p.X)), Unit(points.Max(p => p.Y))];

    private IEnumerable<int> Place(DrawingPoint point) => [Unit(point.X), Unit(point.Y)];

    private int Unit(double number) => (int)Math.Round(number * _scale);

    private void Select(int thing) => _records.Add(SelectRecord, thing);

    private int Pen(string colour, double thickness)
    {
        var width = Math.Max(5, Unit(thickness));
        return Made(string.Create(CultureInfo.InvariantCulture, $"pen {colour} {width}"), id => _records.Add(PenRecord, id, 0, width, 0, Colour(colour)));
    }

    private int Brush(string colour) => Made($"brush {colour}", id => _records.Add(BrushRecord, id, 0, Colour(colour), 0));

    private int Font(int size, bool bold) => Made(string.Create(CultureInfo.InvariantCulture, $"font {size} {bold}"), id =>
    {
        // LOGFONT, its name in 32 letters, and behind it the long names and numbers that nobody reads, all empty.
        var rest = new byte[320 - 20];
        rest[3] = 1;
        Encoding.Unicode.GetBytes("Times New Roman").CopyTo(rest, 8);
        _records.Add(FontRecord, [id, -size, 0, 0, 0, bold ? 700 : 400], rest);
    });

    private int Made(string what, Action<int> make)
    {
        if (_objects.TryGetValue(what, out var id)) return id;
        id = _objects.Count + 1;
        _objects.Add(what, id);
        make(id);
        return id;
    }

    /// <summary>The header, which counts what follows it, then the records and their end.</summary>
    private byte[] Sealed()
    {
        _records.Add(EndRecord, 0, 16, 20);
        var (width, height) = (Unit(_drawing.Width), Unit(_drawing.Height));
        const int headerLength = 8 + (HeaderWords * 4);
        const int signature = 0x464D4520, version = 0x10000;
        var head = new EmfRecords();
        head.Add(
            HeaderRecord, 0, 0, width, height, 0, 0, width, height, signature, version, headerLength + _records.Length, _records.Count + 1, _objects.Count + 1, 0, 0, 0,
            DeviceDots, DeviceDots, DeviceMillimetres, DeviceMillimetres, 0, 0, 0, DeviceMillimetres * 1000, DeviceMillimetres * 1000);
        using var file = new MemoryStream();
        head.CopyTo(file);
        _records.CopyTo(file);
        return file.ToArray();
    }

    /// <summary>A colour as metafiles write it: blue before green before red.</summary>
    private static int Colour(string colour)
    {
        var number = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (number >> 16) | (number & 0xFF00) | ((number & 0xFF) << 16);
    }
}
