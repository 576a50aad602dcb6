using Microsoft.Extensions.Localization;
using PartnerCrm.Engagement;

namespace PartnerCrm.Tests.Engagement;

public class WordsTests
{
    [Theory]
    [InlineData("No more mail", "They said: No more mail. All stopped.")]
    [InlineData("No more mail.", "They said: No more mail. All stopped.")]
    [InlineData("Why me?", "They said: Why me? All stopped.")]
    public void A_reason_ends_with_one_full_stop(string reason, string sentence) =>
        new Words(new Texts("They said: {Reason}. All stopped.")).Of(Sentence.Of("Said", ("Reason", reason))).ShouldBe(sentence);

    [Theory]
    [InlineData("No more mail", "They said: \"No more mail\". All stopped.")]
    [InlineData("No more mail.", "They said: \"No more mail.\" All stopped.")]
    public void So_does_one_in_quotation_marks(string reason, string sentence) =>
        new Words(new Texts("They said: \"{Reason}\". All stopped.")).Of(Sentence.Of("Said", ("Reason", reason))).ShouldBe(sentence);

    [Fact]
    public void What_a_person_wrote_is_never_taken_for_a_blank() =>
        new Words(new Texts("{Name}: {Reason}")).Of(Sentence.Of("Said", ("Reason", "{Name}"), ("Name", "{Reason}"))).ShouldBe("{Reason}: {Name}");

    private sealed class Texts(string text) : IStringLocalizer<EngagementResource>
    {
        public LocalizedString this[string name] => new(name, text);

        public LocalizedString this[string name, params object[] arguments] => new(name, text);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
