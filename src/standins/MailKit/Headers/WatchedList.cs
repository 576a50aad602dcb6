using System.Collections;

namespace MimeKit;

/// <summary>What the public lists keep their items in: says what comes and goes, so that headers follow.</summary>
internal sealed class WatchedList<T> : IList<T> where T : class
{
    /// <summary>Checks or replaces what comes.</summary>
    public Func<T, T> Adding { get; set; } = item => item;

    public Action<T>? Removed { get; set; }

    /// <summary>After a change: the item, or null when there were several.</summary>
    public Action<T?>? Changed { get; set; }

    public List<T> All { get; } = [];

    public int Count => All.Count;

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => All[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var item = All[index];
            All.RemoveAt(index);
            Removed?.Invoke(item);
            All.Insert(index, Adding(value));
            Changed?.Invoke(value);
        }
    }

    public void Add(T item) => Insert(Count, item);

    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        All.Insert(index, Adding(item));
        Changed?.Invoke(item);
    }

    public bool Remove(T item)
    {
        var index = IndexOf(item);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        var item = All[index];
        All.RemoveAt(index);
        Removed?.Invoke(item);
        Changed?.Invoke(item);
    }

    public void Clear()
    {
        All.ForEach(item => Removed?.Invoke(item));
        All.Clear();
        Changed?.Invoke(null);
    }

    /// <summary>Takes other items without saying that anything changed.</summary>
    public void Load(IEnumerable<T> items)
    {
        All.ForEach(item => Removed?.Invoke(item));
        All.Clear();
        All.AddRange(items.Select(Adding));
    }

    public bool Contains(T item) => All.Contains(item);

    public int IndexOf(T item) => All.IndexOf(item);

    public void CopyTo(T[] array, int arrayIndex) => All.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
