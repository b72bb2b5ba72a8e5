using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rollout.Core.Programmes;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Publications;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Storage.Versions;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Api;
using Rollout.Web.Appendices;
using Rollout.Web.Components;
using Rollout.Web.Components.Guide;
using Rollout.Web.Components.Palette;
using Rollout.Web.Demo;
using Rollout.Web.Digests;
using Rollout.Web.Guarding;
using Rollout.Web.Jobs;
using Rollout.Web.Logging;
using Rollout.Web.Measuring;
using Rollout.Web.Operations;
using Rollout.Web.Printing;
using Rollout.Web.Publishing;
using Rollout.Web.Quiet;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;
using Rollout.Web.Versions;

namespace Rollout.Web.Hosting;

/// <summary>The server: what it is made of, and what it answers.</summary>
public static class RolloutServer
{
    /// <summary>Builds a server that is ready to run; the ledger is open.</summary>
    /// <param name="settings">How this process runs.</param>
    /// <param name="catalog">The programmes.</param>
    /// <param name="configure">Settings that tests change before anything reads them.</param>
    public static WebApplication Build(RolloutSettings settings, ProgrammeCatalog catalog, Action<WebApplicationBuilder>? configure = null) =>
        Finish(Begin(settings, configure), settings, catalog);

    /// <summary>Everything of a server that no programme's file decides, so that the files can be read beside it; and the versions that were kept of them.</summary>
    /// <param name="settings">How this process runs.</param>
    /// <param name="configure">Settings that tests change before anything reads them.</param>
    public static (WebApplicationBuilder Builder, ImmutableArray<ProgrammeVersion> Kept) Begin(RolloutSettings settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? "wwwroot" : null,
        });
        configure?.Invoke(builder);
        // Files do not change under a running program; watching for it would also serve them uncompressed.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseUrls(settings.Urls);
        if (settings.Urls.Contains("https:", StringComparison.OrdinalIgnoreCase)) builder.WebHost.UseKestrelHttpsConfiguration();
        // A program run from its bin folder finds its pages' files through this manifest; a published one has them beside it.
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "app.css"))) builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFormat(builder.Configuration);
        builder.WebHost.ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, BodyLimitAttribute.Usual));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);

        var services = builder.Services;
        var storage = StorageSettings.Of(settings.DataFolder, builder.Configuration);
        var database = StorageServices.Database(storage);
        services.AddSingleton(settings).TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Demo ? DemoClock.Start(storage, settings) : DomainClock.Real(TimeProvider.System));
        services.AddStorage(storage, database);
        services.AddSingleton<BaselineImport>().AddSingleton<AppendixDesk>().AddSingleton<FigureDesk>();
        services.AddOperations(builder.Configuration);
        services.AddHostedService(p => p.GetRequiredService<ProbeSamples>());
        services.AddWorkingDays();
        services.AddSingleton<ProgrammesReading>().AddSingleton<LetterReading>().AddSingleton<MovementReading>().AddSingleton<WeeklyReading>().AddSingleton<FiguresReading>().AddSingleton<DeadlineReading>().AddSingleton<PublishedReading>().AddSingleton<CollectionReading>().AddSingleton<PaceReading>().AddSingleton<SuccessorReading>();
        services.AddSingleton<BoardReading>().AddSingleton<TrendReading>().AddSingleton<AnswerReading>().AddSingleton<EvidenceReading>().AddSingleton<MinutesReading>().AddSingleton<MapOutlines>().AddSingleton<DocumentReading>();
        services.AddPrinting(builder.Configuration);
        services.AddSingleton<SharedSamples>().AddSingleton<ProbeReading>().AddSingleton<PastProbes>();
        var guard = services.AddGuard(builder.Configuration, settings);
        services.AddRefusing();
        services.AddLocalization().AddSingleton<Texts>();
        services.AddApi();
        services.AddQuiet();
        services.AddActing();
        services.AddPublishing();
        services.AddHostedService<PublicationFollower>();
        services.AddPages(guard);
        services.AddPalette();
        services.AddSingleton<FirstPage>().AddHostedService(p => p.GetRequiredService<FirstPage>());
        services.AddVersions();
        services.AddAccess(storage, settings, guard, builder.Configuration);
        services.AddProbing(builder.Configuration, storage, settings.Demo);
        services.AddBackups(builder.Configuration, builder.Configuration.GetValue("Jobs:Enabled", true));
        services.AddDigests(builder.Configuration, builder.Configuration.GetValue("Jobs:Enabled", true) && !settings.Demo);
        if (settings.Demo) services.AddDemo();
        return (builder, new ProgrammeVersions(database, TimeProvider.System).Newest());
    }

    /// <summary>Makes a server of what was begun; the ledger is open.</summary>
    /// <param name="begun">What was begun.</param>
    /// <param name="settings">How this process runs.</param>
    /// <param name="catalog">The programmes.</param>
    public static WebApplication Finish((WebApplicationBuilder Builder, ImmutableArray<ProgrammeVersion> Kept) begun, RolloutSettings settings, ProgrammeCatalog catalog)
    {
        var builder = begun.Builder;
        // Laid over before the schedule is made: it already speaks of the programmes that are served.
        catalog = CatalogOverlay.Of(catalog, begun.Kept);
        var storage = StorageSettings.Of(settings.DataFolder, builder.Configuration);
        builder.Services.AddSingleton(catalog)
            .AddJobs(catalog, Sweeps(settings, storage, builder.Configuration), storage, builder.Configuration.GetValue("Jobs:Enabled", true));

        var app = builder.Build();
        app.Services.OpenStorage();
        app.Services.GetRequiredService<FirstPage>().Begin();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseWhen(IsForPeople, pages => pages.UseResponseCompression());
        app.UseRequestLocalization(Languages(app.Services.GetRequiredService<GuardSettings>()));
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}", createScopeForStatusCodePages: true);
        app.UseStorageAway();
        app.UseHttpsOnly();
        app.UseRefusalWatch();
        app.UseAuthentication();
        app.UseWhen(app.Services.GetRequiredService<RequestLimits>().Counts, counted => counted.UseRateLimiter());
        app.UseRefusing();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, $"{typeof(RolloutServer).Assembly.GetName().Name}.staticwebassets.endpoints.json"));
        app.MapHealth();
        app.MapSecurityText();
        app.MapApi();
        app.MapSignIn();
        app.MapVersionTexts();
        app.MapLanguage();
        app.MapPalette();
        app.MapGuide();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(PagesServices.Circuits).RequireAuthorization(AccessServices.Read);
        foreach (var passed in catalog.Passed) Log.VersionPassed(app.Logger, passed.Version.Programme, passed.Version.Number, $"{passed.Mistakes.FirstOrDefault()}");
        app.Lifetime.ApplicationStarted.Register(() => Log.Opened(
            app.Logger, string.Join(", ", app.Urls), Path.GetFullPath(settings.DataFolder), app.Services.GetRequiredService<RolloutDatabase>().Version()));
        return app;
    }

    private static SweepSettings Sweeps(RolloutSettings settings, StorageOptions storage, IConfiguration configuration) =>
        new(settings.Demo ? TimeSpan.FromSeconds(5) : null, settings.Demo ? 0 : configuration.GetValue("Probing:Spread", 0.8))
        {
            // Enough for several nodes to have something each, few enough for the schedule to stay small.
            Shards = configuration.GetValue("Jobs:Shards", storage.Provider == StorageProvider.Postgres ? 8 : 1),
        };

    /// <summary>Answers of the API are small, or packed already.</summary>
    private static bool IsForPeople(HttpContext http) => !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static RequestLocalizationOptions Languages(GuardSettings guard)
    {
        CultureInfo[] languages = [new("vi"), new("en")];
        var options = new RequestLocalizationOptions { DefaultRequestCulture = new("vi"), SupportedCultures = languages, SupportedUICultures = languages };
        // What a browser prefers says nothing here: the product speaks Vietnamese unless its reader switches.
        options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider { CookieName = PagesServices.LanguageCookie(guard) }];
        return options;
    }
}
