using System.Collections.ObjectModel;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>Message ids without their angle brackets, oldest first.</summary>
public class MessageIdList : Collection<string>
{
    internal event Action? Changed;

    public void AddRange(IEnumerable<string> items)
    {
        foreach (var id in items) Add(id);
    }

    public MessageIdList Clone()
    {
        var clone = new MessageIdList();
        clone.AddRange(this);
        return clone;
    }

    public override string ToString() => string.Join(' ', this.Select(id => $"<{id}>"));

    internal void Load(IEnumerable<Header> headers)
    {
        Items.Clear();
        foreach (var id in headers.SelectMany(h => MimeUtils.EnumerateReferences(h.Structured()))) Items.Add(id);
    }

    internal void Write(FoldedLine line)
    {
        for (var i = 0; i < Count; i++) line.Append(i == 0 ? "" : " ", $"<{this[i]}>");
    }

    protected override void InsertItem(int index, string item)
    {
        base.InsertItem(index, Checked(item));
        Changed?.Invoke();
    }

    protected override void SetItem(int index, string item)
    {
        base.SetItem(index, Checked(item));
        Changed?.Invoke();
    }

    protected override void RemoveItem(int index)
    {
        base.RemoveItem(index);
        Changed?.Invoke();
    }

    protected override void ClearItems()
    {
        base.ClearItems();
        Changed?.Invoke();
    }

    private static string Checked(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return MimeUtils.ParseMessageId(id) ?? throw new ArgumentException("Invalid Message-Id format.", nameof(id));
    }
}
