using System.Globalization;
using Microsoft.AspNetCore.Components;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Shared;

/// <summary>Addresses made from the present one, relative to the site, so that they hold behind any proxy.</summary>
public static class Here
{
    /// <summary>Path and query of the present address.</summary>
    public static string Of(NavigationManager navigation) => Local(navigation, navigation.Uri);

    /// <summary>The present address with a word of its query changed, or taken out when null.</summary>
    public static string With(NavigationManager navigation, string name, string? value) =>
        Local(navigation, navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value));

    /// <summary>The present address with several words of its query changed.</summary>
    public static string With(NavigationManager navigation, IReadOnlyDictionary<string, object?> words) =>
        Local(navigation, navigation.GetUriWithQueryParameters(words));

    /// <summary>A view's two times as words of a query, each after an ampersand; nothing for the present.</summary>
    public static string Times(BoardView view) => view.Live ? "" : Instant("asOf", view.AsOf) + (view.KnownOn is { } known ? Instant("knownOn", known) : "");

    private static string Instant(string name, DateTimeOffset at) => $"&{name}={Uri.EscapeDataString(at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture))}";

    private static string Local(NavigationManager navigation, string uri) => "/" + navigation.ToBaseRelativePath(uri).Split('#')[0];
}
