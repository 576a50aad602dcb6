using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MimeKit;

/// <summary>The parameters of Content-Type or Content-Disposition; names are compared without regard to case.</summary>
public class ParameterList : IList<Parameter>
{
    private readonly List<Parameter> parameters = [];

    internal event Action? Changed;

    public int Count => parameters.Count;

    public bool IsReadOnly => false;

    public Parameter this[int index]
    {
        get => parameters[index];
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

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
        param = index < 0 ? null : parameters[index];
        return param is not null;
    }

    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        value = this[name];
        return value is not null;
    }

    public void Add(string name, string value) => Add(new Parameter(name, value));

    public void Add(Parameter param) => Insert(Count, param);

    public void Insert(int index, string name, string value) => Insert(index, new Parameter(name, value));

    public void Insert(int index, Parameter param)
    {
        ArgumentNullException.ThrowIfNull(param);
        if (Contains(param.Name)) throw new ArgumentException($"A parameter of that name is there already: {param.Name}.", nameof(param));
        parameters.Insert(index, param);
        param.Changed += OnChanged;
        OnChanged();
    }

    public bool Remove(Parameter param)
    {
        var index = IndexOf(param);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public bool Remove(string name)
    {
        var index = IndexOf(name);
        if (index >= 0) RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        parameters[index].Changed -= OnChanged;
        parameters.RemoveAt(index);
        OnChanged();
    }

    public void Clear()
    {
        foreach (var parameter in parameters) parameter.Changed -= OnChanged;
        parameters.Clear();
        OnChanged();
    }

    public bool Contains(Parameter param) => parameters.Contains(param);

    public bool Contains(string name) => IndexOf(name) >= 0;

    public int IndexOf(Parameter param) => parameters.IndexOf(param);

    public int IndexOf(string name) => parameters.FindIndex(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public void CopyTo(Parameter[] array, int arrayIndex) => parameters.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => parameters.GetEnumerator();

    public override string ToString() => string.Concat(parameters.Select(p => $"; {p}"));

    internal void Write(FoldedLine line)
    {
        foreach (var parameter in parameters) parameter.Write(line);
    }

    private void OnChanged() => Changed?.Invoke();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
