using System.Collections;

namespace Volo.Abp.Collections;

/// <summary>A list of types that derive from one base.</summary>
public interface ITypeList<in TBaseType> : IList<Type>
{
    void Add<T>() where T : TBaseType;
    bool TryAdd<T>() where T : TBaseType;
    bool Contains<T>() where T : TBaseType;
    void Remove<T>() where T : TBaseType;
}

/// <inheritdoc />
public class TypeList<TBaseType> : ITypeList<TBaseType>
{
    private readonly List<Type> types = [];

    public int Count => types.Count;
    public bool IsReadOnly => false;

    public Type this[int index]
    {
        get => types[index];
        set => types[index] = Checked(value);
    }

    public void Add<T>() where T : TBaseType => types.Add(typeof(T));

    public bool TryAdd<T>() where T : TBaseType
    {
        if (Contains<T>()) return false;
        Add<T>();
        return true;
    }

    public void Add(Type item) => types.Add(Checked(item));

    public void Insert(int index, Type item) => types.Insert(index, Checked(item));

    public int IndexOf(Type item) => types.IndexOf(item);

    public bool Contains<T>() where T : TBaseType => types.Contains(typeof(T));

    public bool Contains(Type item) => types.Contains(item);

    public void Remove<T>() where T : TBaseType => types.Remove(typeof(T));

    public bool Remove(Type item) => types.Remove(item);

    public void RemoveAt(int index) => types.RemoveAt(index);

    public void Clear() => types.Clear();

    public void CopyTo(Type[] array, int arrayIndex) => types.CopyTo(array, arrayIndex);

    public IEnumerator<Type> GetEnumerator() => types.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => types.GetEnumerator();

    private static Type Checked(Type item) => typeof(TBaseType).IsAssignableFrom(item)
        ? item
        : throw new ArgumentException($"Given type ({item.AssemblyQualifiedName}) should be instance of {typeof(TBaseType).AssemblyQualifiedName}");
}
