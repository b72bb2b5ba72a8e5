using Rollout.Storage.Contents;

namespace Rollout.Storage.Tests.Contents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Báo cáo.pdf", "Báo cáo.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Tài liệu\\Quyết định.PDF", "Quyết định.pdf")]
    [InlineData("a\r\nSet-Cookie: x\t.pdf", "a  Set-Cookie: x.pdf")]
    [InlineData("Ảnh \"chụp\" 1.pdf", "Ảnh \"chụp\" 1.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe.pdf")]
    [InlineData("scan.png", "scan.pdf")]
    [InlineData("bản v1.2", "bản v1.2.pdf")]
    [InlineData("Ba\u0301o", "Báo.pdf")]
    [InlineData("..", "file.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData(".pdf", "file.pdf")]
    public void Name_is_made_harmless(string? given, string kept) => Assert.Equal(kept, FileNames.Clean(given, FileKind.Pdf));

    [Fact]
    public void Half_a_letter_is_replaced() => Assert.Equal("\uFFFDx.pdf", FileNames.Clean(new string([(char)0xD800, 'x']), FileKind.Pdf));

    [Fact]
    public void Other_ending_of_the_same_kind_stays() => Assert.Equal("a.jpeg", FileNames.Clean("a.jpeg", FileKind.Jpg));

    [Fact]
    public void Long_name_is_cut_before_its_ending_and_never_through_a_letter()
    {
        Assert.Equal(new string('a', 116) + ".pdf", FileNames.Clean(new string('a', 300) + ".pdf", FileKind.Pdf));
        Assert.True(FileNames.Clean(string.Concat(Enumerable.Repeat("💸", 300)), FileKind.Pdf) is { Length: 120 } name && !char.IsHighSurrogate(name[115]));
    }
}
