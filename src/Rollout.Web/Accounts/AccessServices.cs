using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;
using Rollout.Storage.Postgres;
using Rollout.Web.Guarding;
using Rollout.Web.Settings;

namespace Rollout.Web.Accounts;

/// <summary>Who may read and who may do what: people by password and code, other systems by key, everybody where <c>Access:PublicRead</c> is on.</summary>
public static class AccessServices
{
    /// <summary>The policy of everything that shows state.</summary>
    public const string Read = "read";

    /// <summary>The policy of what administrators alone may open.</summary>
    public const string Administrator = "administrator";

    private const string Both = "Both";

    /// <summary>Adds sign-in by cookie and by key, the policies, and the accounts; nothing of Identity or EF wakes before it is needed.</summary>
    public static void AddAccess(this IServiceCollection services, StorageOptions storage, RolloutSettings settings, GuardSettings guard, IConfiguration configuration)
    {
        var publicRead = settings.Demo || configuration.GetValue<bool>("Access:PublicRead");
        var protection = services.AddDataProtection().SetApplicationName("rollout");
        if (storage.Provider == StorageProvider.Postgres)
            services.AddOptions<KeyManagementOptions>().Configure<RolloutDatabase>((o, database) => o.XmlRepository = new ProtectionKeys(database));
        else protection.PersistKeysToFileSystem(new(Path.Combine(storage.Folder, "keys")));
        services.AddScoped<IAuthenticationService, BroughtCredentials>();
        services.AddAuthentication(Both)
            .AddPolicyScheme(Both, null, o => o.ForwardDefaultSelector = c =>
                c.Request.Headers.Authorization.Count > 0 ? ApiKeyHandler.SchemeName : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(o => Session(o, guard))
            .AddCookie(HalfSignIn.SchemeName, o =>
            {
                Guard(o.Cookie, guard, "rollout.half");
                (o.ExpireTimeSpan, o.SlidingExpiration) = (TimeSpan.FromMinutes(10), false);
            });
        services.AddAuthorizationBuilder().AddPolicy(Read, policy =>
        {
            if (publicRead) policy.RequireAssertion(_ => true);
            else policy.RequireAuthenticatedUser();
        }).AddPolicy(Administrator, policy => policy.RequireAuthenticatedUser().RequireAssertion(c => Person.Of(c.User) is { IsAdministrator: true }));
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddSingleton(new ReadAccess(publicRead)).AddSingleton(TwoFactorRule.Of(configuration)).AddSingleton<LiveAccess>().AddSingleton<EndedSessions>();
        services.AddSingleton<PasswordRule>().AddSingleton<LogKeeping>().AddSingleton<SecurityTable>();
        services.AddSingleton<UserDirectory>().AddSingleton<HalfSignIn>().AddSingleton<SignInDesk>().AddSingleton<OwnAccount>().AddSingleton<PasswordLinks>();
        services.AddSingleton<MandateCheck>().AddSingleton<AdminGate>().AddSingleton<AccountAdministration>().AddSingleton<AccountSuccession>().AddSingleton<KeyAdministration>().AddSingleton<SecurityReading>();
        services.AddSingleton<FirstAdministrator>().AddSingleton<RefusalWatch>();
        if (settings.Demo) services.AddSingleton<DemoAccounts>();
        else services.AddHostedService<SetupAnnouncement>();
    }

    /// <summary>Tells the security log what is refused; stands before the authentication, whose refusals it sees come back.</summary>
    public static void UseRefusalWatch(this WebApplication app)
    {
        var watch = app.Services.GetRequiredService<RefusalWatch>();
        app.Use(next => http => watch.InvokeAsync(http, next));
    }

    /// <summary>Sign-out as a plain form, and the log as a file.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/logout", SignOutAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        app.MapGet("/admin/security.csv", SecurityCsv).RequireAuthorization(Administrator).ExcludeFromDescription();
    }

    private static void Session(CookieAuthenticationOptions options, GuardSettings guard)
    {
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "back";
        Guard(options.Cookie, guard, "rollout");
        options.ExpireTimeSpan = guard.SessionIdle;
        options.Events.OnValidatePrincipal = StillAsync;
        options.Events.OnRedirectToAccessDenied = c =>
        {
            c.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>No script reads it, no other site sends it along with a form; where https is all there is, it is bound to it and to this host.</summary>
    private static void Guard(CookieBuilder cookie, GuardSettings guard, string name)
    {
        (cookie.Name, cookie.SameSite, cookie.HttpOnly, cookie.Path) = (guard.CookiePrefix + name, SameSiteMode.Lax, true, "/");
        cookie.SecurePolicy = guard.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>A cookie only says who signed in once.</summary>
    private static async Task StillAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<LiveAccess>().Now(context.Principal) is not null) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInDesk desk)
    {
        // A page that stood open for too long: the way out stands on the account's page too.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) return Results.LocalRedirect("/account");
        await desk.SignOutAsync(http);
        return Results.LocalRedirect("/");
    }

    private static IResult SecurityCsv(HttpContext http, SecurityReading reading, string? kind, string? text) =>
        reading.Csv(Caller.Of(http), kind, text) is { Ok: true, Value: { } csv }
            ? Results.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", "security.csv")
            : Results.Forbid();
}
