namespace Rollout.Probing.Tests.Simulation;

/// <summary>Appendix I of July 2024, as far as a scenario must agree with it.</summary>
internal static class AppendixOne
{
    public static readonly string[] DoneWithPartOne = ["95", "27", "74", "92", "87", "31", "62", "80", "49", "51", "94", "72"];

    public static readonly string[] AtPartOne =
    [
        "89", "24", "06", "83", "52", "70", "48", "66", "11", "64", "35", "01", "33", "12", "68", "40", "37", "25", "44", "22", "45", "14", "34",
        "38", "79", "84", "08", "15",
    ];

    public static readonly string[] NotAtPartOne =
    [
        "77", "60", "96", "04", "67", "75", "02", "42", "30", "93", "17", "56", "91", "20", "10", "36", "58", "54", "19", "46", "82", "86", "26",
    ];

    public static readonly string[] AtPartTwo = ["52", "80", "79"];

    public const string DoneWithAll = "92";

    public static bool DoneAtStart(string participant, string environment, string part) =>
        participant == DoneWithAll || (environment == "test" && part == "1" && DoneWithPartOne.Contains(participant));
}
