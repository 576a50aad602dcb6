using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>The parameters of Content-Type or Content-Disposition; names are compared without regard to case.</summary>
public class ParameterList : IList<Parameter>
{
    private readonly WatchedList<Parameter> items = new();

    public ParameterList()
    {
        items.Adding = Watched;
        items.Removed = parameter => parameter.Changed -= OnChanged;
        items.Changed = _ => OnChanged();
    }

    internal event Action? Changed;

    public int Count => items.Count;
    public bool IsReadOnly => false;
    public Parameter this[int index] { get => items[index]; set => items[index] = value; }
    public void Add(Parameter param) => items.Add(param);
    public void Insert(int index, Parameter param) => items.Insert(index, param);
    public bool Remove(Parameter param) => items.Remove(param);
    public void RemoveAt(int index) => items.RemoveAt(index);
    public void Clear() => items.Clear();
    public bool Contains(Parameter param) => items.Contains(param);
    public int IndexOf(Parameter param) => items.IndexOf(param);
    public void CopyTo(Parameter[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public IEnumerator<Parameter> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

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

    public int IndexOf(string name) => items.All.FindIndex(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => string.Concat(this.Select(p => $"; {p}"));

    internal void Write(FoldedLine line)
    {
        foreach (var parameter in this) parameter.Write(line);
    }

    private Parameter Watched(Parameter parameter)
    {
        if (Contains(parameter.Name)) throw new ArgumentException($"A parameter of that name is there already: {parameter.Name}.", nameof(parameter));
        parameter.Changed += OnChanged;
        return parameter;
    }

    private void OnChanged() => Changed?.Invoke();
}
