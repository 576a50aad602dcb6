namespace PartnerCrm.Clearance;

/// <summary>The secret that suppression keys are made with. It never rotates: with another one, nobody who objected would be recognised.</summary>
public class SuppressionOptions
{
    public byte[] Secret { get; set; } = [];
}
