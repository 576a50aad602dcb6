using System.Collections;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>Message ids without their angle brackets, oldest first.</summary>
public class MessageIdList : IList<string>
{
    private readonly WatchedList<string> ids = new();

    public MessageIdList()
    {
        ids.Adding = Checked;
        ids.Changed = _ => Changed?.Invoke();
    }

    internal event Action? Changed;

    public int Count => ids.Count;
    public bool IsReadOnly => false;
    public string this[int index] { get => ids[index]; set => ids[index] = value; }
    public void Add(string messageId) => ids.Add(messageId);
    public void Insert(int index, string messageId) => ids.Insert(index, messageId);
    public bool Remove(string messageId) => ids.Remove(messageId);
    public void RemoveAt(int index) => ids.RemoveAt(index);
    public void Clear() => ids.Clear();
    public bool Contains(string messageId) => ids.Contains(messageId);
    public int IndexOf(string messageId) => ids.IndexOf(messageId);
    public void CopyTo(string[] array, int arrayIndex) => ids.CopyTo(array, arrayIndex);
    public IEnumerator<string> GetEnumerator() => ids.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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

    internal void Load(IEnumerable<Header> headers) =>
        ids.Load(headers.SelectMany(h => MimeUtils.EnumerateReferences(h.Structured())));

    internal void Write(FoldedLine line)
    {
        for (var i = 0; i < Count; i++) line.Append(i == 0 ? "" : " ", $"<{this[i]}>");
    }

    private static string Checked(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return MimeUtils.ParseMessageId(id) ?? throw new ArgumentException("Invalid Message-Id format.", nameof(id));
    }
}
