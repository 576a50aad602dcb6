namespace PartnerCrm.Host;

public static class HostErrors
{
    public const string NotYoursToGive = HostPermissions.Group + ":NotYoursToGive";
}
