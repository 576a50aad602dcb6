using System.Text.Json;
using Elsa.Expressions.Models;
using Elsa.Workflows.Memory;

namespace Elsa.Engine;

/// <summary>The values of one scope's variables. Only what was set is stored, and only of variables with workflow storage.</summary>
internal sealed class Slots(Variable[] variables)
{
    private readonly object?[] values = [.. variables.Select(variable => variable.Value)];
    private readonly bool[] set = new bool[variables.Length];

    public bool TryGet(MemoryBlockReference block, out object? value)
    {
        var index = Array.IndexOf(variables, block);
        value = index < 0 ? null : values[index];
        return index >= 0;
    }

    public bool TrySet(MemoryBlockReference block, object? value)
    {
        var index = Array.IndexOf(variables, block);
        if (index < 0) return false;
        (values[index], set[index]) = (value, true);
        return true;
    }

    public Variable? Named(string name) => Array.Find(variables, variable => variable.Name == name);

    public bool HasStored => variables.Where((variable, index) => variable.Stored && set[index]).Any();

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var index = 0; index < variables.Length; index++)
        {
            if (!set[index] || !variables[index].Stored) continue;
            json.WritePropertyName(variables[index].Name);
            var (value, type) = (values[index], variables[index].ValueType);
            JsonSerializer.Serialize(json, value, value is null || (type != typeof(object) && type.IsInstanceOfType(value)) ? type : value.GetType(), Values.Json);
        }
        json.WriteEndObject();
    }

    /// <summary>A variable that the definition no longer has is dropped: what nobody can read, nobody misses.</summary>
    public void Read(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            var index = Array.FindIndex(variables, variable => variable.Name == property.Name);
            if (index < 0) continue;
            var type = variables[index].ValueType;
            (values[index], set[index]) = (type == typeof(object) ? Values.Plain(property.Value) : property.Value.Deserialize(type, Values.Json), true);
        }
    }
}
