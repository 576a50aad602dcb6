using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>Header fields in their order. Names are compared without regard to case.</summary>
public sealed class HeaderList : IList<Header>
{
    private readonly WatchedList<Header> items = new();

    public HeaderList()
    {
        items.Adding = Watched;
        items.Removed = header => header.Changed -= OnChanged;
        items.Changed = OnChanged;
    }

    /// <summary>Raised with the field that was added, changed or removed, or null when everything was.</summary>
    internal event Action<Header?>? Changed;

    public int Count => items.Count;
    public bool IsReadOnly => false;
    public Header this[int index] { get => items[index]; set => items[index] = value; }
    public void Add(Header header) => items.Add(header);
    public void Insert(int index, Header header) => items.Insert(index, header);
    public bool Remove(Header header) => items.Remove(header);
    public void RemoveAt(int index) => items.RemoveAt(index);
    public void Clear() => items.Clear();
    public bool Contains(Header header) => items.Contains(header);
    public int IndexOf(Header header) => items.IndexOf(header);
    public void CopyTo(Header[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public IEnumerator<Header> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The value of the first such field, or null. Setting it replaces all of that name.</summary>
    [DisallowNull]
    public string? this[string field]
    {
        get => IndexOf(field) is var index and >= 0 ? items[index].Value : null;
        set => Replace(field, value);
    }

    /// <inheritdoc cref="this[string]"/>
    [DisallowNull]
    public string? this[HeaderId id]
    {
        get => Find(id)?.Value;
        set => Replace(id, value);
    }

    /// <summary>Reads header fields up to the first empty line.</summary>
    public static HeaderList Load(Stream stream, CancellationToken cancellationToken = default) =>
        new MimeReader(ParserOptions.Default, MimeReader.ReadAll(stream, cancellationToken)).ReadHeaders();

    public void Add(string field, string value) => Add(new Header(field, value));

    public void Add(HeaderId id, string value) => Add(new Header(id, value));

    public void Insert(int index, string field, string value) => Insert(index, new Header(field, value));

    public void Insert(int index, HeaderId id, string value) => Insert(index, new Header(id, value));

    public void Replace(string field, string value) => Replace(new Header(field, value));

    public void Replace(HeaderId id, string value) => Replace(new Header(id, value));

    /// <summary>Takes the place of the first field of that name; the others go.</summary>
    public void Replace(Header header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var index = IndexOf(header.Field);
        if (index < 0)
        {
            Add(header);
            return;
        }

        for (var i = LastIndexOf(header.Field); i > index; i = LastIndexOf(header.Field)) RemoveAt(i);
        this[index] = header;
    }

    public bool Contains(string field) => IndexOf(field) >= 0;

    public bool Contains(HeaderId id) => IndexOf(id) >= 0;

    public int IndexOf(string field) => items.All.FindIndex(h => Named(h, field));

    public int IndexOf(HeaderId id) => items.All.FindIndex(h => h.Id == id);

    public int LastIndexOf(string field) => items.All.FindLastIndex(h => Named(h, field));

    public int LastIndexOf(HeaderId id) => items.All.FindLastIndex(h => h.Id == id);

    public bool Remove(string field) => RemoveFound(IndexOf(field));

    public bool Remove(HeaderId id) => RemoveFound(IndexOf(id));

    public void RemoveAll(string field)
    {
        while (RemoveFound(LastIndexOf(field)))
        {
        }
    }

    public void RemoveAll(HeaderId id) => RemoveAll(id.ToHeaderName());

    /// <summary>Writes the fields and the empty line after them.</summary>
    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default)
    {
        WriteFields(options, stream);
        stream.Write(options.NewLine);
    }

    internal Header? Find(HeaderId id) => items.All.Find(h => h.Id == id);

    internal IEnumerable<Header> All(HeaderId id) => items.All.Where(h => h.Id == id);

    internal void WriteFields(FormatOptions options, Stream stream)
    {
        foreach (var header in items.All)
            if (!options.HiddenHeaders.Contains(header.Id)) header.WriteTo(options, stream);
    }

    private bool RemoveFound(int index)
    {
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    private Header Watched(Header header)
    {
        header.Changed += OnChanged;
        return header;
    }

    private void OnChanged(Header? header) => Changed?.Invoke(header);

    private static bool Named(Header header, string field) => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Groups of fields, as in a delivery status: the first is about the message, each further one about a recipient.</summary>
public class HeaderListCollection : ICollection<HeaderList>
{
    private readonly WatchedList<HeaderList> groups = new();

    public HeaderListCollection()
    {
        groups.Adding = Watched;
        groups.Removed = group => group.Changed -= OnChanged;
        groups.Changed = _ => OnChanged(null);
    }

    internal event Action? Changed;

    public int Count => groups.Count;
    public bool IsReadOnly => false;
    public HeaderList this[int index] { get => groups[index]; set => groups[index] = value; }
    public void Add(HeaderList group) => groups.Add(group);
    public bool Remove(HeaderList group) => groups.Remove(group);
    public void Clear() => groups.Clear();
    public bool Contains(HeaderList group) => groups.Contains(group);
    public void CopyTo(HeaderList[] array, int arrayIndex) => groups.CopyTo(array, arrayIndex);
    public IEnumerator<HeaderList> GetEnumerator() => groups.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private HeaderList Watched(HeaderList group)
    {
        group.Changed += OnChanged;
        return group;
    }

    private void OnChanged(Header? header) => Changed?.Invoke();
}
