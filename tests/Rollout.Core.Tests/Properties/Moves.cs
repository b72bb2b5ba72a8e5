using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Properties;

/// <summary>Generates stories of moves at the real programme with a few participants.</summary>
internal static class Moves
{
    private static readonly string[] Steps = [.. LienThong.Programme.Steps.Select(s => s.Key)];

    /// <summary>Whose, where: test three times as often as production, and the first two participants most, so that cells get histories.</summary>
    private static readonly Gen<(int Minutes, string Code, string Phase, string Step)> Place =
        from minutes in Gen.Frequency((8, Gen.Choose(0, 900)), (3, Gen.Choose(900, 6000)), (1, Gen.Choose(-60, -1)))
        from code in Gen.Frequency((4, Gen.Constant("92")), (3, Gen.Constant("94")), (1, Gen.Elements("79", "80")))
        from phase in Gen.Frequency((3, Gen.Constant("test")), (2, Gen.Constant("production")))
        from step in Gen.Frequency((3, Gen.Elements("1.2", "1.4", "2.3", "3.2")), (2, Gen.Elements(Steps)))
        select (minutes, code, phase, step);

    private static readonly Gen<int?> Back = Gen.Frequency(
        (6, Gen.Constant<int?>(null)), (3, Gen.Choose(0, 4000).Select(m => (int?)m)), (1, Gen.Choose(-500, -1).Select(m => (int?)m)));

    private static readonly Gen<Move> Wish =
        from at in Place
        from who in Gen.Choose(0, Cast.Size - 1)
        from to in Gen.Frequency(
            (1, Gen.Constant(StepStatus.NotStarted)), (3, Gen.Constant(StepStatus.InProgress)), (4, Gen.Constant(StepStatus.Reported)),
            (6, Gen.Constant(StepStatus.Done)), (3, Gen.Constant(StepStatus.Blocked)))
        from note in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from document in Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
        from behind in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-1, 2)))
        from back in Back
        select (Move)new Move.Wish(at.Minutes, at.Code, at.Phase, at.Step, who, to, note, document, behind, back);

    private static readonly Gen<Move> Sight =
        from at in Place
        from seen in Gen.Elements(Enum.GetValues<VerificationState>())
        from passes in Gen.Choose(0, 3)
        from regressed in Gen.Elements(true, false)
        select (Move)new Move.Sight(at.Minutes, at.Code, at.Phase, at.Step, seen, passes, regressed);

    private static readonly Gen<Move> Import =
        from at in Place
        from status in Gen.Elements(StepStatus.NotStarted, StepStatus.InProgress, StepStatus.Reported, StepStatus.Done)
        from back in Gen.Choose(0, 20000)
        select (Move)new Move.Import(at.Minutes, at.Code, at.Phase, at.Step, status, back);

    private static readonly Gen<Move> Source =
        from at in Place from back in Gen.Choose(0, 20000) select (Move)new Move.Source(at.Minutes, at.Code, at.Phase, at.Step, back);

    private static readonly Gen<Move> Service =
        from at in Place
        from state in Gen.Elements(Enum.GetValues<ServiceState>())
        from who in Gen.Choose(0, 3)
        from back in Back
        select (Move)new Move.Service(at.Minutes, at.Code, at.Phase, at.Step, state, who, back);

    private static readonly Gen<Move> Remark =
        from at in Place
        from who in Gen.Choose(0, Cast.Size - 1)
        from file in Gen.Elements(true, false)
        select (Move)new Move.Remark(at.Minutes, at.Code, at.Phase, at.Step, who, file);

    private static readonly Gen<Move> Finish = from at in Place select (Move)new Move.Finish(at.Minutes, at.Code, at.Phase, at.Step);

    private static readonly Gen<Move> Alone = from at in Place select (Move)new Move.Alone(at.Minutes, at.Code, at.Phase, "1.4");

    private static readonly Gen<Move> Relapse = from at in Place select (Move)new Move.Relapse(at.Minutes, at.Code, at.Phase, at.Step);

    /// <summary>One participant that has all of test behind it: without this, few stories come to part 3 in production.</summary>
    private static readonly Move[] HeadStart = [.. new[] { "1.1", "2.1", "3.1" }.Select(s => new Move.Finish(60, "92", "test", s))];

    /// <summary>Stories of up to eighty moves; a story that fails is told again without some of its moves.</summary>
    public static Arbitrary<Move[]> Stories { get; } = Arb.From(
        from length in Gen.Choose(1, 80)
        from moves in Gen.Frequency((10, Wish), (4, Sight), (3, Finish), (1, Alone), (1, Relapse), (2, Import), (1, Source), (1, Service), (2, Remark))
            .ArrayOf(length)
        from ahead in Gen.Frequency((1, Gen.Constant(HeadStart)), (2, Gen.Constant(Array.Empty<Move>())))
        select (Move[])[.. ahead, .. moves],
        Fewer);

    /// <summary>Checks a property of stories; the message of a failure holds the shortest story that was found.</summary>
    public static void Check(int stories, Action<Story> property) =>
        Prop.ForAll(Stories, moves => property(Story.Of(moves))).Check(Config.QuickThrowOnFailure.WithMaxTest(stories).WithQuietOnSuccess(true));

    /// <summary>The same stories with two numbers to choose by.</summary>
    public static void Check(int stories, Action<Story, int, int> property) =>
        Prop.ForAll(Stories, Gen.Two(Gen.Choose(0, 999)).ToArbitrary(), (moves, n) => property(Story.Of(moves), n.Item1, n.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(stories).WithQuietOnSuccess(true));

    private static IEnumerable<Move[]> Fewer(Move[] moves)
    {
        for (var size = moves.Length / 2; size > 0; size /= 2)
            for (var at = 0; at + size <= moves.Length; at += size)
                yield return [.. moves[..at], .. moves[(at + size)..]];
    }
}
