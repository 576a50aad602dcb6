namespace Elsa.Engine;

/// <summary>
/// The instance is sound, but this build can't run it: its definition's version, one of its activities or its state's schema is missing here.
/// It is left as it is, for a build that can.
/// </summary>
internal sealed class StateRefused(string message) : InvalidOperationException(message);
