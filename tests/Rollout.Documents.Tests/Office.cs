using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Rollout.Documents.Tests;

/// <summary>What the SDK says of a package.</summary>
internal static class Office
{
    public static void AssertValid(OpenXmlPackage package)
    {
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            var mistakes = new OpenXmlValidator(version).Validate(package)
                .Select(e => $"{version} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
            Assert.Empty(mistakes);
        }
    }
}
