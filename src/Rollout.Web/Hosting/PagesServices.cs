using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;
using Rollout.Web.Guarding;

namespace Rollout.Web.Hosting;

/// <summary>What the pages need.</summary>
internal static class PagesServices
{
    public static void AddPages(this IServiceCollection services, GuardSettings guard)
    {
        // A pasted appendix with what stands around it is more than the 32 kB that a message may have by default.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 256 * 1024);
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(o =>
        {
            // The content policy says it.
            o.SuppressXFrameOptionsHeader = true;
            (o.Cookie.Name, o.Cookie.Path) = (guard.CookiePrefix + "rollout.form", "/");
            o.Cookie.SecurePolicy = guard.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<PageTurns>().AddSingleton<SharedOverviews>();
        // Pages and what they fetch: files are compressed when they are published, and answers of the API are small or already packed.
        services.AddResponseCompression(o => o.MimeTypes = ["text/html", "application/json"]);
        // Vietnamese letters go out as they are: as entities they would make every page half as large again.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
    }

    /// <summary>How circuits are served.</summary>
    public static void Circuits(ServerComponentsEndpointOptions options)
    {
        options.ConfigureWebSocketAcceptContext = PackEachAlone;
        // The page's own policy says it, and more strictly.
        options.ContentSecurityFrameAncestorsPolicy = null;
    }

    /// <summary>What is sent to an open page is packed by itself: what went before, kept for a better one, would hold a quarter of a megabyte for as long as the page stands open.</summary>
    private static Task PackEachAlone(HttpContext http, WebSocketAcceptContext socket)
    {
        socket.DisableServerContextTakeover = true;
        return Task.CompletedTask;
    }

    /// <summary>The cookie that remembers the language.</summary>
    public static string LanguageCookie(GuardSettings guard) => guard.CookiePrefix + CookieRequestCultureProvider.DefaultCookieName;

    /// <summary>The language switch: a cookie and back to where one was.</summary>
    public static void MapLanguage(this WebApplication app) => app.MapGet("/culture", (HttpContext http, GuardSettings guard, string? language, string? back) =>
    {
        var target = back is ['/', not '/' and not '\\', ..] or "/" ? back : "/";
        if (language is "vi" or "en")
            http.Response.Cookies.Append(
                LanguageCookie(guard), CookieRequestCultureProvider.MakeCookieValue(new(language)),
                new() { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = guard.RequireHttps || http.Request.IsHttps });
        return Results.LocalRedirect(target);
    }).ExcludeFromDescription();
}
