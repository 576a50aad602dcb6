namespace PartnerCrm.Engagement;

/// <summary>The ladder from the bottom rung up. Resting and Closed stand beside it.</summary>
public enum Stage
{
    Social, Email, Meeting, Partnership, Resting, Closed,
}

public static class StageExtensions
{
    /// <summary>The next rung up, or null at the top and beside the ladder.</summary>
    public static Stage? Next(this Stage stage) => stage switch
    {
        Stage.Social => Stage.Email,
        Stage.Email => Stage.Meeting,
        Stage.Meeting => Stage.Partnership,
        _ => null,
    };
}
