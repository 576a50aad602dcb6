namespace PartnerCrm.Host;

/// <summary>What the operator gave can't be started with. The message says what to set.</summary>
public class WrongConfigurationException(string message) : Exception(message);
