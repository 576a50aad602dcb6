using System.Reflection;
using System.Text;

namespace PartnerCrm.StandIns.Tests;

/// <summary>The public API of an assembly as text: a line for each type, and below it one for each public or protected member, sorted. Interfaces count if they are public.</summary>
internal static class ApiText
{
    public static string Of(string assemblyName)
    {
        var paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        using var context = new MetadataLoadContext(new PathAssemblyResolver(paths));
        var assembly = context.LoadFromAssemblyName(assemblyName);
        var text = new StringBuilder();
        foreach (var type in Types(assembly).OrderBy(Full, StringComparer.Ordinal)) Dump(type, text);
        return text.ToString();
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        Type?[] all;
        try { all = assembly.GetTypes(); } catch (ReflectionTypeLoadException e) { all = e.Types; }
        return all.OfType<Type>().Where(Visible);
    }

    private static bool Visible(Type t) => t.IsPublic || ((t.IsNestedPublic || t.IsNestedFamily || t.IsNestedFamORAssem) && Visible(t.DeclaringType!));

    private static void Dump(Type t, StringBuilder text)
    {
        var kind = t.IsInterface ? "interface" : t.IsEnum ? "enum" : t.IsValueType ? "struct" : Try(() => t.BaseType?.FullName) == "System.MulticastDelegate" ? "delegate" : "class";
        var mods = kind != "class" ? "" : t.IsAbstract && t.IsSealed ? "static " : t.IsAbstract ? "abstract " : t.IsSealed ? "sealed " : "";
        var parents = new List<string>();
        if (kind == "class" && Try(() => t.BaseType) is { FullName: not "System.Object" } parent) parents.Add(Name(parent));
        parents.AddRange(Try(() => t.GetInterfaces().Where(Visible).Select(Name).Order(StringComparer.Ordinal).ToArray()) ?? []);
        text.Append(mods).Append(kind).Append(' ').Append(Full(t)).Append(Generics(t));
        if (parents.Count > 0) text.Append(" : ").AppendJoin(", ", parents);
        text.Append('\n');
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        if (kind == "enum")
        {
            foreach (var f in t.GetFields(BindingFlags.Public | BindingFlags.Static)) lines.Add($"{f.Name} = {f.GetRawConstantValue()}");
        }
        else if (kind == "delegate")
        {
            lines.Add(Try(() => Method(t.GetMethod("Invoke")!)) ?? "Invoke(?)");
        }
        else
        {
            const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (var c in t.GetConstructors(all).Where(c => !c.IsStatic && Seen(c))) lines.Add(Try(() => Access(c) + ".ctor(" + Parameters(c) + ")") ?? "");
            foreach (var m in t.GetMethods(all).Where(m => Seen(m) && !m.IsSpecialName)) lines.Add(Try(() => Method(m)) ?? "");
            foreach (var m in t.GetMethods(all).Where(m => Seen(m) && m.Name.StartsWith("op_", StringComparison.Ordinal))) lines.Add(Try(() => Method(m)) ?? "");
            foreach (var p in t.GetProperties(all)) lines.Add(Try(() => Property(p)) ?? "");
            foreach (var e in t.GetEvents(all)) if (e.AddMethod is { } add && Seen(add)) lines.Add(Try(() => Access(add) + "event " + Name(e.EventHandlerType!) + " " + e.Name) ?? "");
            foreach (var f in t.GetFields(all).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
                lines.Add(Try(() => (f.IsPublic ? "" : "protected ") + (f.IsLiteral ? "const " : f.IsStatic ? "static " : "") + (f.IsInitOnly ? "readonly " : "") + Name(f.FieldType) + " " + f.Name + (f.IsLiteral ? " = " + Literal(f.GetRawConstantValue()) : "")) ?? "");
        }
        foreach (var line in lines.Where(l => l.Length > 0)) text.Append("    ").Append(line).Append('\n');
    }

    private static T? Try<T>(Func<T?> make) { try { return make(); } catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException or BadImageFormatException) { return default; } }
    private static bool Seen(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;
    private static string Access(MethodBase m) => m.IsPublic ? "" : "protected ";
    private static string Full(Type t) => (t.IsNested ? Full(t.DeclaringType!) + "." : t.Namespace is { } n ? n + "." : "") + t.Name.Split('`')[0];
    private static string Generics(Type t) => t.IsGenericTypeDefinition ? "<" + string.Join(", ", t.GetGenericArguments().Skip(t.DeclaringType?.GetGenericArguments().Length ?? 0).Select(a => a.Name)) + ">" : "";
    private static string Modifiers(MethodInfo m) => m.DeclaringType!.IsInterface ? (m.IsStatic ? "static " : "") : m.IsStatic ? "static " : m.IsAbstract ? "abstract " : m.IsFinal || !m.IsVirtual ? "" : (m.Attributes & MethodAttributes.NewSlot) != 0 ? "virtual " : "override ";

    private static string Method(MethodInfo m) =>
        Access(m) + Modifiers(m) + Name(m.ReturnType) + " " + m.Name
        + (m.IsGenericMethod ? "<" + string.Join(", ", m.GetGenericArguments().Select(a => a.Name)) + ">" : "") + "(" + Parameters(m) + ")";

    private static string Property(PropertyInfo p)
    {
        var accessors = new[] { p.GetMethod, p.SetMethod }.OfType<MethodInfo>().Where(Seen).ToArray();
        if (accessors.Length == 0) return "";
        var open = accessors.Any(a => a.IsPublic);
        var parts = accessors.Select(a => (open && !a.IsPublic ? "protected " : "") + (a == p.GetMethod ? "get" : a.ReturnParameter.GetRequiredCustomModifiers().Any(x => x.Name == "IsExternalInit") ? "init" : "set") + ";");
        var index = p.GetIndexParameters();
        return (open ? "" : "protected ") + Modifiers(accessors[0]) + Name(p.PropertyType) + " " + (index.Length > 0 ? "this[" + string.Join(", ", index.Select(Parameter)) + "]" : p.Name) + " { " + string.Join(" ", parts) + " }";
    }

    private static string Parameters(MethodBase m) =>
        (m.CustomAttributes.Any(a => a.AttributeType.Name == "ExtensionAttribute") ? "this " : "") + string.Join(", ", m.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo p)
    {
        var by = p.ParameterType.IsByRef ? (p.IsOut ? "out " : p.IsIn ? "in " : "ref ") : "";
        var many = p.CustomAttributes.Any(a => a.AttributeType.Name == "ParamArrayAttribute") ? "params " : "";
        return many + by + Name(p.ParameterType) + " " + p.Name + (p.HasDefaultValue ? " = " + Literal(p.RawDefaultValue) : "");
    }

    private static string Literal(object? v) => v switch { null => "null", string s => "\"" + s.Replace("\n", "\\n") + "\"", bool b => b ? "true" : "false", _ => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture)! };

    private static string Name(Type t)
    {
        if (t.IsByRef) return Name(t.GetElementType()!);
        if (t.IsArray) return Name(t.GetElementType()!) + "[]";
        if (t.IsGenericParameter) return t.Name;
        if (t.IsGenericType && Full(t.GetGenericTypeDefinition()) == "System.Nullable") return Name(t.GetGenericArguments()[0]) + "?";
        var simple = t.FullName switch { "System.Void" => "void", "System.String" => "string", "System.Int32" => "int", "System.Int64" => "long", "System.Boolean" => "bool", "System.Object" => "object", "System.Double" => "double", "System.Byte" => "byte", "System.Decimal" => "decimal", _ => null };
        if (simple != null) return simple;
        var name = t.Namespace is { } n && n.StartsWith("System", StringComparison.Ordinal) ? t.Name.Split('`')[0] : Full(t.IsGenericType ? t.GetGenericTypeDefinition() : t);
        return t.IsGenericType ? name + "<" + string.Join(", ", t.GetGenericArguments().Select(Name)) + ">" : name;
    }
}
