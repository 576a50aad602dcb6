using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>Header fields in their order. Names are compared without regard to case.</summary>
public sealed class HeaderList : Collection<Header>
{
    /// <summary>Raised with the field that was added, changed or removed, or null when everything was.</summary>
    internal event Action<Header?>? Changed;

    // Declared here again: the constant 0 would otherwise be taken for a HeaderId.
    public new Header this[int index]
    {
        get => base[index];
        set => base[index] = value;
    }

    /// <summary>The value of the first such field, or null. Setting it replaces all of that name.</summary>
    [DisallowNull]
    public string? this[string field]
    {
        get => IndexOf(field) is var index and >= 0 ? Items[index].Value : null;
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

    public int IndexOf(string field) => Headers.FindIndex(h => Named(h, field));

    public int IndexOf(HeaderId id) => Headers.FindIndex(h => h.Id == id);

    public int LastIndexOf(string field) => Headers.FindLastIndex(h => Named(h, field));

    public int LastIndexOf(HeaderId id) => Headers.FindLastIndex(h => h.Id == id);

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

    internal Header? Find(HeaderId id) => Headers.Find(h => h.Id == id);

    internal IEnumerable<Header> All(HeaderId id) => Headers.Where(h => h.Id == id);

    internal void WriteFields(FormatOptions options, Stream stream)
    {
        foreach (var header in Headers)
            if (!options.HiddenHeaders.Contains(header.Id)) header.WriteTo(options, stream);
    }

    protected override void InsertItem(int index, Header item)
    {
        ArgumentNullException.ThrowIfNull(item);
        item.Changed += OnChanged;
        base.InsertItem(index, item);
        OnChanged(item);
    }

    protected override void SetItem(int index, Header item)
    {
        RemoveItem(index);
        InsertItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        var header = Items[index];
        header.Changed -= OnChanged;
        base.RemoveItem(index);
        OnChanged(header);
    }

    protected override void ClearItems()
    {
        foreach (var header in Headers) header.Changed -= OnChanged;
        base.ClearItems();
        Changed?.Invoke(null);
    }

    private List<Header> Headers => (List<Header>)Items;

    private bool RemoveFound(int index)
    {
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    private void OnChanged(Header header) => Changed?.Invoke(header);

    private static bool Named(Header header, string field) => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Groups of fields, as in a delivery status: the first is about the message, each further one about a recipient.</summary>
public class HeaderListCollection : Collection<HeaderList>
{
    internal event Action? Changed;

    protected override void InsertItem(int index, HeaderList item)
    {
        base.InsertItem(index, item);
        item.Changed += OnChanged;
        OnChanged(null);
    }

    protected override void SetItem(int index, HeaderList item)
    {
        RemoveItem(index);
        InsertItem(index, item);
    }

    protected override void RemoveItem(int index)
    {
        Items[index].Changed -= OnChanged;
        base.RemoveItem(index);
        OnChanged(null);
    }

    protected override void ClearItems()
    {
        while (Count > 0) RemoveItem(Count - 1);
    }

    private void OnChanged(Header? header) => Changed?.Invoke();
}
