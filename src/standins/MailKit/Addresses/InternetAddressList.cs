using System.Collections.ObjectModel;

namespace MimeKit;

/// <summary>Addresses, as in From, To and Cc.</summary>
public class InternetAddressList : Collection<InternetAddress>, IEquatable<InternetAddressList>
{
    public InternetAddressList()
    {
    }

    public InternetAddressList(IEnumerable<InternetAddress> addresses) => AddRange(addresses);

    internal event Action? Changed;

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
    internal void Load(IEnumerable<Header> headers)
    {
        foreach (var address in Items) address.Changed -= OnChanged;
        Items.Clear();
        foreach (var address in headers.SelectMany(h => new AddressReader(h.Structured()).ReadAll(out _)))
        {
            address.Changed += OnChanged;
            Items.Add(address);
        }
    }

    protected override void InsertItem(int index, InternetAddress item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.InsertItem(index, item);
        item.Changed += OnChanged;
        OnChanged();
    }

    protected override void SetItem(int index, InternetAddress item)
    {
        RemoveItem(index);
        InsertItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        this[index].Changed -= OnChanged;
        base.RemoveItem(index);
        OnChanged();
    }

    protected override void ClearItems()
    {
        while (Count > 0) RemoveItem(Count - 1);
    }

    private void OnChanged() => Changed?.Invoke();
}
