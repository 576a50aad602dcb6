using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>Header fields in their order. Names are compared without regard to case.</summary>
public sealed class HeaderList : IList<Header>
{
    private readonly List<Header> headers = [];

    /// <summary>Raised with the field that was added, changed or removed, or null when everything was.</summary>
    internal event Action<Header?>? Changed;

    public int Count => headers.Count;

    public bool IsReadOnly => false;

    public Header this[int index]
    {
        get => headers[index];
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    /// <summary>The value of the first such field, or null. Setting it replaces all of that name.</summary>
    [DisallowNull]
    public string? this[string field]
    {
        get => Find(field)?.Value;
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
    public static HeaderList Load(Stream stream, CancellationToken cancellationToken = default)
    {
        var message = MimeReader.ReadAll(stream, cancellationToken);
        return new MimeReader(ParserOptions.Default, message).ReadHeaders();
    }

    public void Add(Header header) => Insert(Count, header);

    public void Add(string field, string value) => Add(new Header(field, value));

    public void Add(HeaderId id, string value) => Add(new Header(id, value));

    public void Insert(int index, Header header)
    {
        ArgumentNullException.ThrowIfNull(header);
        headers.Insert(index, header);
        header.Changed += OnChanged;
        OnChanged(header);
    }

    public void Insert(int index, string field, string value) => Insert(index, new Header(field, value));

    public void Insert(int index, HeaderId id, string value) => Insert(index, new Header(id, value));

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

        for (var i = Count - 1; i > index; i--)
            if (Named(headers[i], header.Field)) Take(i);
        Take(index);
        Insert(index, header);
    }

    public void Replace(string field, string value) => Replace(new Header(field, value));

    public void Replace(HeaderId id, string value) => Replace(new Header(id, value));

    public bool Contains(Header header) => headers.Contains(header);

    public bool Contains(string field) => IndexOf(field) >= 0;

    public bool Contains(HeaderId id) => IndexOf(id) >= 0;

    public int IndexOf(Header header) => headers.IndexOf(header);

    public int IndexOf(string field) => headers.FindIndex(h => Named(h, field));

    public int IndexOf(HeaderId id) => headers.FindIndex(h => h.Id == id);

    public int LastIndexOf(string field) => headers.FindLastIndex(h => Named(h, field));

    public int LastIndexOf(HeaderId id) => headers.FindLastIndex(h => h.Id == id);

    public bool Remove(Header header) => RemoveFound(IndexOf(header));

    public bool Remove(string field) => RemoveFound(IndexOf(field));

    public bool Remove(HeaderId id) => RemoveFound(IndexOf(id));

    public void RemoveAll(string field)
    {
        while (Remove(field))
        {
        }
    }

    public void RemoveAll(HeaderId id) => RemoveAll(id.ToHeaderName());

    public void RemoveAt(int index) => OnChanged(Take(index));

    public void Clear()
    {
        foreach (var header in headers) header.Changed -= OnChanged;
        headers.Clear();
        Changed?.Invoke(null);
    }

    public void CopyTo(Header[] array, int arrayIndex) => headers.CopyTo(array, arrayIndex);

    public IEnumerator<Header> GetEnumerator() => headers.GetEnumerator();

    /// <summary>Writes the fields and the empty line after them.</summary>
    public void WriteTo(FormatOptions options, Stream stream, CancellationToken cancellationToken = default)
    {
        WriteFields(options, stream);
        stream.Write(options.NewLine);
    }

    internal Header? Find(HeaderId id) => headers.Find(h => h.Id == id);

    internal IEnumerable<Header> All(HeaderId id) => headers.Where(h => h.Id == id);

    internal void WriteFields(FormatOptions options, Stream stream)
    {
        foreach (var header in headers)
            if (!options.HiddenHeaders.Contains(header.Id)) header.WriteTo(options, stream);
    }

    private Header? Find(string field) => headers.Find(h => Named(h, field));

    private Header Take(int index)
    {
        var header = headers[index];
        header.Changed -= OnChanged;
        headers.RemoveAt(index);
        return header;
    }

    private bool RemoveFound(int index)
    {
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    private void OnChanged(Header header) => Changed?.Invoke(header);

    private static bool Named(Header header, string field) => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Groups of fields, as in a delivery status: the first is about the message, each further one about a recipient.</summary>
public class HeaderListCollection : ICollection<HeaderList>
{
    private readonly List<HeaderList> groups = [];

    internal event Action? Changed;

    public int Count => groups.Count;

    public bool IsReadOnly => false;

    public HeaderList this[int index]
    {
        get => groups[index];
        set
        {
            groups[index].Changed -= OnChanged;
            groups[index] = value;
            value.Changed += OnChanged;
            Changed?.Invoke();
        }
    }

    public void Add(HeaderList group)
    {
        groups.Add(group);
        group.Changed += OnChanged;
        Changed?.Invoke();
    }

    public bool Remove(HeaderList group)
    {
        if (!groups.Remove(group)) return false;
        group.Changed -= OnChanged;
        Changed?.Invoke();
        return true;
    }

    public void Clear()
    {
        foreach (var group in groups) group.Changed -= OnChanged;
        groups.Clear();
        Changed?.Invoke();
    }

    public bool Contains(HeaderList group) => groups.Contains(group);

    public void CopyTo(HeaderList[] array, int arrayIndex) => groups.CopyTo(array, arrayIndex);

    public IEnumerator<HeaderList> GetEnumerator() => groups.GetEnumerator();

    private void OnChanged(Header? header) => Changed?.Invoke();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
