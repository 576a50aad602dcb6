using System.Collections;

namespace MimeKit;

/// <summary>Addresses, as in From, To and Cc.</summary>
public class InternetAddressList : IList<InternetAddress>, IEquatable<InternetAddressList>
{
    private readonly List<InternetAddress> addresses = [];

    public InternetAddressList()
    {
    }

    public InternetAddressList(IEnumerable<InternetAddress> addresses) => AddRange(addresses);

    internal event Action? Changed;

    /// <summary>All mailboxes, those in groups included.</summary>
    public IEnumerable<MailboxAddress> Mailboxes => addresses.SelectMany(a => a switch
    {
        MailboxAddress mailbox => [mailbox],
        GroupAddress group => group.Members.Mailboxes,
        _ => Enumerable.Empty<MailboxAddress>()
    });

    public int Count => addresses.Count;

    public bool IsReadOnly => false;

    public InternetAddress this[int index]
    {
        get => addresses[index];
        set
        {
            addresses[index].Changed -= OnChanged;
            addresses[index] = Watched(value);
            OnChanged();
        }
    }

    public static InternetAddressList Parse(string text) => TryParse(text, out var list) ? list : throw InternetAddress.Malformed(text);

    public static bool TryParse(string text, out InternetAddressList addresses)
    {
        var parsed = new AddressReader(text).ReadAll(out var complete);
        addresses = complete && parsed.Count > 0 ? new InternetAddressList(parsed) : null!;
        return addresses is not null;
    }

    public void Add(InternetAddress address) => Insert(Count, address);

    public void AddRange(IEnumerable<InternetAddress> addresses)
    {
        foreach (var address in addresses) this.addresses.Add(Watched(address));
        OnChanged();
    }

    public void Insert(int index, InternetAddress address)
    {
        addresses.Insert(index, Watched(address));
        OnChanged();
    }

    public bool Remove(InternetAddress address)
    {
        var index = IndexOf(address);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        addresses[index].Changed -= OnChanged;
        addresses.RemoveAt(index);
        OnChanged();
    }

    public void Clear()
    {
        foreach (var address in addresses) address.Changed -= OnChanged;
        addresses.Clear();
        OnChanged();
    }

    public bool Contains(InternetAddress address) => addresses.Contains(address);

    public int IndexOf(InternetAddress address) => addresses.IndexOf(address);

    public void CopyTo(InternetAddress[] array, int arrayIndex) => addresses.CopyTo(array, arrayIndex);

    public IEnumerator<InternetAddress> GetEnumerator() => addresses.GetEnumerator();

    public bool Equals(InternetAddressList? other) => other is not null && addresses.SequenceEqual(other.addresses);

    public override bool Equals(object? obj) => Equals(obj as InternetAddressList);

    public override int GetHashCode() => ToString().ToLowerInvariant().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToString(false);

    public string ToString(bool encode) => ToString(FormatOptions.Default, encode);

    public string ToString(FormatOptions options, bool encode) => string.Join(", ", addresses.Select(a => a.ToString(options, encode)));

    internal void Write(FoldedLine line)
    {
        for (var i = 0; i < Count; i++) addresses[i].Write(line, i == 0 ? "" : " ", i + 1 < Count ? "," : "");
    }

    /// <summary>Takes what can be read from the fields, without saying that anything changed.</summary>
    internal void Load(IEnumerable<Header> headers)
    {
        foreach (var address in addresses) address.Changed -= OnChanged;
        addresses.Clear();
        foreach (var header in headers)
            addresses.AddRange(new AddressReader(header.Structured()).ReadAll(out _).Select(Watched));
    }

    private InternetAddress Watched(InternetAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        address.Changed += OnChanged;
        return address;
    }

    private void OnChanged() => Changed?.Invoke();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
