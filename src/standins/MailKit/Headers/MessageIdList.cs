using System.Collections;
using MimeKit.Utils;

namespace MimeKit;

/// <summary>Message ids without their angle brackets, oldest first.</summary>
public class MessageIdList : IList<string>
{
    private readonly List<string> ids = [];

    internal event Action? Changed;

    public int Count => ids.Count;

    public bool IsReadOnly => false;

    public string this[int index]
    {
        get => ids[index];
        set
        {
            ids[index] = Checked(value);
            Changed?.Invoke();
        }
    }

    public void Add(string messageId) => Insert(Count, messageId);

    public void AddRange(IEnumerable<string> items)
    {
        ids.AddRange(items.Select(Checked));
        Changed?.Invoke();
    }

    public void Insert(int index, string messageId)
    {
        ids.Insert(index, Checked(messageId));
        Changed?.Invoke();
    }

    public bool Remove(string messageId)
    {
        var index = IndexOf(messageId);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        ids.RemoveAt(index);
        Changed?.Invoke();
    }

    public void Clear()
    {
        ids.Clear();
        Changed?.Invoke();
    }

    public bool Contains(string messageId) => ids.Contains(messageId);

    public int IndexOf(string messageId) => ids.IndexOf(messageId);

    public void CopyTo(string[] array, int arrayIndex) => ids.CopyTo(array, arrayIndex);

    public MessageIdList Clone()
    {
        var clone = new MessageIdList();
        clone.ids.AddRange(ids);
        return clone;
    }

    public IEnumerator<string> GetEnumerator() => ids.GetEnumerator();

    public override string ToString() => string.Join(' ', ids.Select(id => $"<{id}>"));

    internal void Load(IEnumerable<Header> headers)
    {
        ids.Clear();
        foreach (var header in headers) ids.AddRange(MimeUtils.EnumerateReferences(header.Structured()));
    }

    internal void Write(FoldedLine line)
    {
        for (var i = 0; i < Count; i++) line.Append(i == 0 ? "" : " ", $"<{ids[i]}>");
    }

    private static string Checked(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return MimeUtils.ParseMessageId(id) ?? throw new ArgumentException("Invalid Message-Id format.", nameof(id));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
