using Rollout.Core.Contacts;
using Rollout.Storage.Accounts;
using Rollout.Storage.Contents;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Contents;

/// <summary>Contacts, removed notes and the names behind accounts: what lies beside the ledger and may go.</summary>
public sealed class ContactBookTests : IDisposable
{
    private static readonly ContactOwner Province = ContactOwner.Of(new Core.Participants.ParticipantId("provinces-63", "94"));
    private static readonly ContactLine First = new(null, "Người dùng thử", "Sở Tư pháp", "+84 000 000", "thu@example.vn");
    private static readonly ContactLine Second = new("1.1", "Người thứ hai", "", "000", "");
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void List_is_given_as_it_was_given_and_replaced_as_a_whole()
    {
        var book = Book();
        Assert.Empty(book.Of(Store.Programme, Province));
        book.Replace(Store.Programme, Province, [Second, First], "tinh-94");
        Assert.Equal([Second, First], book.Of(Store.Programme, Province));
        book.Replace(Store.Programme, Province, [First], "tinh-94");
        Assert.Equal([First], book.Of(Store.Programme, Province));
        book.Replace(Store.Programme, Province, [], "tinh-94");
        Assert.Equal(0, _here.Scalar<long>("SELECT count(*) FROM contacts"));
    }

    [Fact]
    public void Lists_of_owners_and_programmes_are_kept_apart()
    {
        var book = Book();
        book.Replace(Store.Programme, Province, [First], "a");
        book.Replace(Store.Programme, ContactOwner.Of("c06"), [Second], "b");
        book.Replace("giay-phep", Province, [], "a");
        Assert.Equal([First], book.Of(Store.Programme, Province));
        Assert.Equal([Second], book.Of(Store.Programme, ContactOwner.Of("c06")));
        Assert.Empty(book.Of("giay-phep", Province));
    }

    [Fact]
    public void List_that_cannot_be_kept_whole_leaves_the_one_before()
    {
        var book = Book();
        book.Replace(Store.Programme, Province, [First], "a");
        Assert.ThrowsAny<Exception>(() => book.Replace(Store.Programme, Province, [Second, Second with { FullName = null! }], "a"));
        Assert.Equal([First], book.Of(Store.Programme, Province));
    }

    [Fact]
    public void Who_changed_a_list_and_when_stays_with_it()
    {
        Book().Replace(Store.Programme, Province, [First], "tinh-94");
        Assert.Equal($"tinh-94 {Installation.Beginning.ToUnixTimeMilliseconds()}", _here.Scalar<string>("SELECT updated_by || ' ' || updated_at FROM contacts"));
    }

    [Fact]
    public async Task Note_that_was_removed_says_why()
    {
        var store = _here.Start();
        var kept = (await store.WriteAsync(Wish.Start("01", "1.1", "Giữ lại")))[0].NoteHash!;
        var removed = (await store.WriteAsync(Wish.Start("01", "1.2", "Có số điện thoại")))[0].NoteHash!;
        _here.Execute($"UPDATE contents SET text = NULL, removed_because = 'dữ liệu cá nhân' WHERE hash = '{removed}'");
        var found = store.Notes.Find([kept, removed, removed, new string('0', 64)]);
        Assert.Equal((2, new NoteText("Giữ lại", null), new NoteText(null, new("dữ liệu cá nhân", "", null))), (found.Count, found[kept], found[removed]));
    }

    [Fact]
    public void Names_behind_accounts_are_found_and_those_of_keys_left_out()
    {
        var store = _here.Start();
        using (var db = store.Database.Open())
        {
            db.Users.Add(new() { UserName = "tinh-94", FullName = "Người dùng thử" });
            db.Users.Add(new() { UserName = "tinh-95" });
            db.SaveChanges();
        }
        var names = new PeopleNames(store.Database).Of(["tinh-94", "tinh-95", "key"]);
        Assert.Equal(("tinh-94", "Người dùng thử"), (names.Single().Key, names.Single().Value));
    }

    private ContactBook Book() => new(_here.Start().Database, _here.Time);
}
