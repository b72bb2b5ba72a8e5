using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>Who may read: a signed-in person, a key, or everybody where <c>Access:PublicRead</c> is on.</summary>
public static class AccessServices
{
    /// <summary>The policy of everything that shows state.</summary>
    public const string Read = "read";

    private const string Both = "Both";

    /// <summary>Adds sign-in by cookie and by key, and the policies.</summary>
    public static void AddAccess(this IServiceCollection services, StorageOptions storage, bool publicRead)
    {
        services.AddDataProtection().PersistKeysToFileSystem(new(Path.Combine(storage.Folder, "keys"))).SetApplicationName("rollout");
        services.AddAuthentication(Both)
            .AddPolicyScheme(Both, null, o => o.ForwardDefaultSelector = c =>
                c.Request.Headers.Authorization.Count > 0 ? ApiKeyHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(o =>
            {
                o.LoginPath = "/login";
                o.ReturnUrlParameter = "back";
                o.Cookie.Name = "rollout";
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.HttpOnly = true;
                o.ExpireTimeSpan = TimeSpan.FromHours(12);
            });
        services.AddAuthorizationBuilder().AddPolicy(Read, policy =>
        {
            if (publicRead) policy.RequireAssertion(_ => true);
            else policy.RequireAuthenticatedUser();
        });
        services.AddSingleton(new ReadAccess(publicRead));
        services.AddSingleton<LiveAccess>();
    }

    /// <summary>Sign-in and sign-out as plain forms, which work without a circuit.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/login", SignIn);
        app.MapPost("/logout", async (HttpContext http) =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/");
        });
    }

    private static async Task<IResult> SignIn(HttpContext http, ApiKeys keys, [Microsoft.AspNetCore.Mvc.FromForm] string? key, [Microsoft.AspNetCore.Mvc.FromForm] string? back)
    {
        var target = back is ['/', not '/' and not '\\', ..] or "/" ? back : "/";
        if (keys.Find(key?.Trim() ?? "") is not { } found || !Mandate.TryParse(found.Role, out var mandate))
            return Results.LocalRedirect($"/login?failed=1&back={Uri.EscapeDataString(target)}");
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(new Person(found.Name, found.Name, mandate, null).Identity(CookieAuthenticationDefaults.AuthenticationScheme)));
        return Results.LocalRedirect(target);
    }
}
