using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>Whom to tell of a weakness.</summary>
public sealed class SecurityTextTests
{
    private static readonly Uri Place = new("/.well-known/security.txt", UriKind.Relative);

    [Fact]
    public async Task Contact_of_the_settings_is_told_with_a_day_until_which_it_holds()
    {
        var time = new TestTime();
        await using var server = new RunningServer
        {
            PublicRead = false,
            Configure = b =>
            {
                b.Configuration["Security:Contact"] = "mailto:security@example.org, https://example.org/report";
                b.Services.AddSingleton<TimeProvider>(time);
            },
        };
        await server.InitializeAsync();
        using var answer = await server.Client.GetAsync(Place, TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "Contact: mailto:security@example.org\nContact: https://example.org/report\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: vi, en\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_contact_there_is_none()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var answer = await server.Client.GetAsync(Place, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
