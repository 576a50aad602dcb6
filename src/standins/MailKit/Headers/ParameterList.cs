using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>The parameters of Content-Type or Content-Disposition; names are compared without regard to case.</summary>
public class ParameterList : Collection<Parameter>
{
    internal event Action? Changed;

    /// <summary>The value of that name, or null. Setting adds or replaces it.</summary>
    [DisallowNull]
    public string? this[string name]
    {
        get => TryGetValue(name, out Parameter? parameter) ? parameter.Value : null;
        set
        {
            if (TryGetValue(name, out Parameter? parameter)) parameter.Value = value;
            else Add(name, value);
        }
    }

    public bool TryGetValue(string name, [NotNullWhen(true)] out Parameter? param)
    {
        var index = IndexOf(name);
        param = index < 0 ? null : this[index];
        return param is not null;
    }

    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        value = this[name];
        return value is not null;
    }

    public void Add(string name, string value) => Add(new Parameter(name, value));

    public void Insert(int index, string name, string value) => Insert(index, new Parameter(name, value));

    public bool Remove(string name)
    {
        var index = IndexOf(name);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public bool Contains(string name) => IndexOf(name) >= 0;

    public int IndexOf(string name) => ((List<Parameter>)Items).FindIndex(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => string.Concat(this.Select(p => $"; {p}"));

    internal void Write(FoldedLine line)
    {
        foreach (var parameter in this) parameter.Write(line);
    }

    protected override void InsertItem(int index, Parameter item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Contains(item.Name)) throw new ArgumentException($"A parameter of that name is there already: {item.Name}.", nameof(item));
        base.InsertItem(index, item);
        item.Changed += OnChanged;
        OnChanged();
    }

    protected override void SetItem(int index, Parameter item)
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
