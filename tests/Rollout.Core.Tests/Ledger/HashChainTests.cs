using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Ledger;

/// <summary>Rule 10: the chain, its documented text, and that no field can be changed unseen.</summary>
public sealed class HashChainTests
{
    private const string Text =
        """
        seq=1
        at=1722474000000
        recordedAt=1722474060000
        programme=lien-thong
        participant=provinces-63/94
        phase=test
        step=2.1
        kind=status
        e.basis=report
        e.blockedFrom=inProgress
        e.blockedKind=waiting
        e.blockedOn=btp
        e.from=inProgress
        e.to=blocked
        actorKind=participant
        actorName=soc\\trang\r\n=
        actorParticipant=provinces-63/94
        actorOffice=Sở Tư pháp
        noteHash=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        previousHash=0000000000000000000000000000000000000000000000000000000000000000

        """;

    private static readonly StepEvent.StatusChanged Blocked = new(StepStatus.InProgress, StepStatus.Blocked, Basis.Report)
    {
        Blocker = new("btp", "waiting", StepStatus.InProgress),
    };

    private static readonly EntryDraft Draft = new(
        "lien-thong", People.SocTrangId, "test", "2.1", Blocked,
        People.SocTrang with { Name = "soc\\trang\r\n=" }, Times.At("2024-08-01 08:00"), Times.At("2024-08-01 08:01"),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private static readonly LedgerEntry First = HashChain.Seal(Draft, 1, HashChain.Genesis);

    /// <summary>The entry with one thing changed and its hash as it was.</summary>
    private static readonly Dictionary<string, LedgerEntry> Tampered = new()
    {
        ["seq"] = First with { Seq = 2 },
        ["previousHash"] = First with { PreviousHash = new('1', 64) },
        ["hash"] = First with { Hash = First.Hash[..^1] + (First.Hash[^1] == '0' ? '1' : '0') },
        ["hash in capitals"] = First with { Hash = First.Hash.ToUpperInvariant() },
        ["programme"] = First with { Draft = Draft with { Programme = "other" } },
        ["participant"] = First with { Draft = Draft with { Participant = new("provinces-34", "94") } },
        ["phase"] = First with { Draft = Draft with { Phase = "production" } },
        ["phase left out"] = First with { Draft = Draft with { Phase = null } },
        ["step"] = First with { Draft = Draft with { Step = "2.2" } },
        ["at"] = First with { Draft = Draft with { At = Draft.At.AddMilliseconds(1) } },
        ["recordedAt"] = First with { Draft = Draft with { RecordedAt = Draft.RecordedAt.AddMilliseconds(-1) } },
        ["note"] = First with { Draft = Draft with { NoteHash = null } },
        ["actor's kind"] = First with { Draft = Draft with { Actor = Draft.Actor with { Kind = ActorKind.Agency } } },
        ["actor's name"] = First with { Draft = Draft with { Actor = Draft.Actor with { Name = "soc\\trang\n=" } } },
        ["actor's agency"] = First with { Draft = Draft with { Actor = Draft.Actor with { Agency = "btp" } } },
        ["actor's participant"] = First with { Draft = Draft with { Actor = Draft.Actor with { Participant = null } } },
        ["actor's office"] = First with { Draft = Draft with { Actor = Draft.Actor with { Office = "Sở TTTT" } } },
        ["kind"] = First with { Draft = Draft with { Event = new StepEvent.PartlyConfirmed("btp") } },
        ["event"] = First with { Draft = Draft with { Event = Blocked with { Blocker = new("c06", "waiting", StepStatus.InProgress) } } },
    };

    public static TheoryData<string> Fields => [.. Tampered.Keys];

    [Fact]
    public void Canonical_text_is_the_documented_one() =>
        Assert.Equal(Text.ReplaceLineEndings("\n"), HashChain.CanonicalText(Draft, 1, HashChain.Genesis));

    [Fact]
    public void Hash_is_the_lower_case_sha256_of_the_text() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n")))), First.Hash);

    /// <summary>Computed once with sha256sum: if this changes, every ledger written so far is broken.</summary>
    [Fact]
    public void Hash_of_the_documented_example_never_changes() =>
        Assert.Equal("392f8112f03b5852f7a780c625baaba914c41ddae6d281b1bf8c7c974c0c3fb4", First.Hash);

    /// <summary>The first figure of letter 7139, computed once outside the program from the documented text.</summary>
    [Fact]
    public void Hash_of_a_figure_never_changes() =>
        Assert.Equal("058aa8b790bccc7d4ab11b5db9efea4631d42ad8eb09f23279574a1051ca08a2", Dossiers.WithLetter().Entries[0].Hash);

    [Fact]
    public void Chain_holds_as_written()
    {
        var second = HashChain.Seal(Draft with { Step = "2.2" }, 2, First.Hash);
        Assert.True(HashChain.Holds(First, 0, HashChain.Genesis));
        Assert.True(HashChain.Holds(second, 1, First.Hash));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Any_field_that_is_changed_is_noticed(string field) => Assert.False(HashChain.Holds(Tampered[field], 0, HashChain.Genesis));

    [Fact]
    public void Entry_that_is_removed_or_put_elsewhere_is_noticed()
    {
        var second = HashChain.Seal(Draft with { Step = "2.2" }, 2, First.Hash);
        var third = HashChain.Seal(Draft with { Step = "2.3" }, 3, second.Hash);
        Assert.False(HashChain.Holds(third, 1, First.Hash));
        Assert.False(HashChain.Holds(second, 0, HashChain.Genesis));
        Assert.False(HashChain.Holds(second, 1, third.Hash));
    }

    [Fact]
    public void Line_feed_in_a_value_cannot_pretend_to_be_a_field()
    {
        var honest = Draft with { Actor = new(ActorKind.Agency, "a", "btp") };
        var forged = Draft with { Actor = new(ActorKind.Agency, "a\nactorAgency=btp") };
        Assert.NotEqual(HashChain.CanonicalText(honest, 1, HashChain.Genesis), HashChain.CanonicalText(forged, 1, HashChain.Genesis));
    }

    [Fact]
    public void Offset_of_a_time_does_not_matter_only_the_instant() =>
        Assert.Equal(First.Hash, HashChain.Seal(Draft with { At = Draft.At.ToUniversalTime() }, 1, HashChain.Genesis).Hash);

    [Fact]
    public void Event_of_a_participant_as_a_whole_has_neither_phase_nor_step()
    {
        var opened = new StepEvent.ServiceChanged(null, ServiceState.Open, Basis.Baseline);
        var draft = Draft with { Phase = null, Step = null, NoteHash = null, Actor = Actor.Import("f"), Event = opened };
        var names = HashChain.CanonicalText(draft, 1, HashChain.Genesis).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l[..l.IndexOf('=', StringComparison.Ordinal)]);
        Assert.Equal(
            ["seq", "at", "recordedAt", "programme", "participant", "kind", "e.basis", "e.to", "actorKind", "actorName", "previousHash"], names);
    }
}
