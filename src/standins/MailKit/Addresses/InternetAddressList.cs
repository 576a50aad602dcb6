using System.Collections;

namespace MimeKit;

/// <summary>Addresses, as in From, To and Cc.</summary>
public class InternetAddressList : IList<InternetAddress>, IEquatable<InternetAddressList>
{
    private readonly WatchedList<InternetAddress> items = new();

    public InternetAddressList()
    {
        items.Adding = Watched;
        items.Removed = address => address.Changed -= OnChanged;
        items.Changed = _ => OnChanged();
    }

    public InternetAddressList(IEnumerable<InternetAddress> addresses) : this() => AddRange(addresses);

    internal event Action? Changed;

    public int Count => items.Count;
    public bool IsReadOnly => false;
    public InternetAddress this[int index] { get => items[index]; set => items[index] = value; }
    public void Add(InternetAddress address) => items.Add(address);
    public void Insert(int index, InternetAddress address) => items.Insert(index, address);
    public bool Remove(InternetAddress address) => items.Remove(address);
    public void RemoveAt(int index) => items.RemoveAt(index);
    public void Clear() => items.Clear();
    public bool Contains(InternetAddress address) => items.Contains(address);
    public int IndexOf(InternetAddress address) => items.IndexOf(address);
    public void CopyTo(InternetAddress[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public IEnumerator<InternetAddress> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All mailboxes, those in groups included.</summary>
    public IEnumerable<MailboxAddress> Mailboxes => this.SelectMany(a => a switch
    {
        MailboxAddress mailbox => [mailbox],
        GroupAddress group => group.Members.Mailboxes,
        _ => Enumerable.Empty<MailboxAddress>()
    });

    public static InternetAddressList Parse(string text) => TryParse(text, out var list) ? list : throw InternetAddress.Malformed(text);

    public static bool TryParse(string text, out InternetAddressList addresses)
    {
        var parsed = new AddressReader(text).ReadAll(out var complete);
        addresses = complete && parsed.Count > 0 ? new InternetAddressList(parsed) : null!;
        return addresses is not null;
    }

    public void AddRange(IEnumerable<InternetAddress> addresses)
    {
        foreach (var address in addresses) Add(address);
    }

    public bool Equals(InternetAddressList? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as InternetAddressList);

    public override int GetHashCode() => ToString().ToLowerInvariant().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToString(false);

    public string ToString(bool encode) => ToString(FormatOptions.Default, encode);

    public string ToString(FormatOptions options, bool encode) => string.Join(", ", this.Select(a => a.ToString(options, encode)));

    internal void Write(FoldedLine line)
    {
        for (var i = 0; i < Count; i++) this[i].Write(line, i == 0 ? "" : " ", i + 1 < Count ? "," : "");
    }

    /// <summary>Takes what can be read from the fields, without saying that anything changed.</summary>
    internal void Load(IEnumerable<Header> headers) =>
        items.Load(headers.SelectMany(h => new AddressReader(h.Structured()).ReadAll(out _)));

    private InternetAddress Watched(InternetAddress address)
    {
        address.Changed += OnChanged;
        return address;
    }

    private void OnChanged() => Changed?.Invoke();
}
