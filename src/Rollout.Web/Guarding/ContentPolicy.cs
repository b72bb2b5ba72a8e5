using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Rollout.Web.Guarding;

/// <summary>
/// What a browser may load, by answer: nothing at all unless the answer is a page of ours or a printed document. The two inline pieces of a
/// page (its import map, its font faces) are the same in every answer of a process, so that their hashes serve, and a page that Blazor merges
/// into an open one needs no nonce of its own.
/// </summary>
public static class ContentPolicy
{
    /// <summary>Of everything that is no page: data, files, scripts, fragments.</summary>
    public const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Of a document in html: it carries its own style, runs nothing, asks for nothing, and is framed by a page of ours alone (the preview of a letter).</summary>
    public const string Document = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static Tuple<ImportMapDefinition?, string>? _page;

    /// <summary>Of a page; put together once.</summary>
    /// <param name="map">The import map it carries.</param>
    /// <param name="faces">Gives the text of its style element.</param>
    public static string Page(ImportMapDefinition? map, Func<string> faces)
    {
        if (_page is { } known && ReferenceEquals(known.Item1, map)) return known.Item2;
        var text = $"default-src 'self'; script-src 'self'{(map is null ? "" : " " + Hash($"{map}"))}; style-src 'self' {Hash(faces())}; "
            // Bars and tables give their elements a width in a style attribute, which can load and run nothing.
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'none'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        _page = Tuple.Create(map, text);
        return text;
    }

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))}'";
}
