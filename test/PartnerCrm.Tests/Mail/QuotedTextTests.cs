using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class QuotedTextTests
{
    [Theory]
    [InlineData("Yes.\n\nOn Mon, 3 Aug 2026 at 09:12, Sam Sample <sam@example.org> wrote:\n\n> Dear Ada\n> bye", "Yes.")]
    [InlineData("Yes.\n\nOn Mon, 3 Aug 2026 at 09:12, Sam Sample\n<sam.sample@university.example.org> wrote:\n> Dear Ada", "Yes.")]
    [InlineData("Gern.\n\nAm 03.08.2026 um 09:12 schrieb Sam Sample <sam@example.org>:\n> Guten Tag", "Gern.")]
    [InlineData("Gern.\n\nSam Sample <sam@example.org> schrieb am Mo., 3. Aug. 2026, 09:12:\n\n> Guten Tag", "Gern.")]
    [InlineData("Yes.\n\n-----Original Message-----\nFrom: Sam\nSent: Monday\nDear Ada", "Yes.")]
    [InlineData("Ja.\n\n-----Ursprüngliche Nachricht-----\nVon: Sam\nGuten Tag", "Ja.")]
    [InlineData("Yes.\n\n________________________________\nFrom: Sam Sample <sam@example.org>\nSent: 3 August\nTo: Ada\n\nDear Ada", "Yes.")]
    [InlineData("Ja.\n\nVon: Sam Sample <sam@example.org>\nGesendet: Montag, 3. August 2026 09:12\nAn: Ada\nBetreff: Hallo\n\nGuten Tag", "Ja.")]
    [InlineData("Yes.\n-- \nAda Example\nPlease unsubscribe jokes here", "Yes.")]
    [InlineData("> Could we meet?\nYes, on Tuesday.\n> And where?\nAt yours.", "Yes, on Tuesday.\nAt yours.")]
    [InlineData("On Mon, 3 Aug 2026, Sam wrote:\n> Could we meet?\n\nYes, below as always.", "Yes, below as always.")]
    [InlineData("On Tuesday I am away.\nOn Friday I am back.", "On Tuesday I am away.\nOn Friday I am back.")]
    [InlineData("", "")]
    public void Only_their_own_words_remain(string mail, string own) => QuotedText.Strip(mail).ShouldBe(own);

    [Fact]
    public void No_text_makes_it_fail_or_longer()
        => Prop.ForAll<string>(text => QuotedText.Strip(text ?? "").Length <= (text ?? "").Length).QuickCheckThrowOnFailure();
}
