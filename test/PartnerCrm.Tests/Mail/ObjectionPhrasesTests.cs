using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

public class ObjectionPhrasesTests
{
    [Theory]
    [InlineData("Please do not contact me again.")]
    [InlineData("Hi, don't email me. Thanks")]
    [InlineData("Don’t write to us any more please")]
    [InlineData("Please stop emailing me!")]
    [InlineData("STOP WRITING TO ME")]
    [InlineData("Kindly remove me from your mailing list.")]
    [InlineData("please delete my details from your database")]
    [InlineData("Take me off your list.")]
    [InlineData("Unsubscribe")]
    [InlineData("unsubscribe me please")]
    [InlineData("I would like to unsubscribe.")]
    [InlineData("I want to opt out.")]
    [InlineData("I object to the processing of my personal data for marketing.")]
    [InlineData("I do not wish to be contacted by the university.")]
    [InlineData("I don't want to receive any more of these.")]
    [InlineData("We do not want to hear from you.")]
    [InlineData("No more emails, please.")]
    [InlineData("Leave me alone.")]
    [InlineData("I hereby withdraw my consent.")]
    [InlineData("Bitte schreiben Sie mir nicht mehr.")]
    [InlineData("Kontaktieren Sie mich bitte nicht mehr")]
    [InlineData("Ich möchte nicht mehr kontaktiert werden.")]
    [InlineData("Bitte keine weiteren E-Mails.")]
    [InlineData("Bitte keine Werbung mehr")]
    [InlineData("Nehmen Sie mich bitte aus Ihrem Verteiler.")]
    [InlineData("Bitte löschen Sie meine Daten.")]
    [InlineData("Hiermit widerspreche ich der Verarbeitung meiner Daten.")]
    [InlineData("Ich widerspreche der Nutzung meiner Adresse zu Werbezwecken.")]
    [InlineData("Widerspruch gegen Werbung nach Art. 21 DSGVO")]
    [InlineData("Lassen Sie mich in Ruhe.")]
    [InlineData("Bitte tragen Sie mich aus.")]
    [InlineData("Abmelden")]
    [InlineData("Ich bitte Sie, von weiteren E-Mails abzusehen.")]
    [InlineData("Ich widerrufe meine Einwilligung.")]
    public void Is_an_objection(string words) => ObjectionPhrases.Find("Re: Hello", words).ShouldNotBeNull();

    [Theory]
    [InlineData("Thank you, that sounds interesting.")]
    [InlineData("Please don't hesitate to contact me.")]
    [InlineData("Do not hesitate to call us.")]
    [InlineData("Please do not call me before 10, I am in a meeting.")]
    [InlineData("Please contact my colleague instead.")]
    [InlineData("I am not interested at the moment, maybe next year.")]
    [InlineData("We stopped using that system last year.")]
    [InlineData("Could you send me more details about the placement?")]
    [InlineData("I have removed the attachment from my mail.")]
    [InlineData("No further questions from my side, see you on Tuesday.")]
    [InlineData("Zögern Sie nicht, mich zu kontaktieren.")]
    [InlineData("Bitte rufen Sie mich nicht vor 10 Uhr an.")]
    [InlineData("Ich habe Ihre E-Mail nicht mehr gefunden, können Sie sie noch einmal schicken?")]
    [InlineData("Zur Zeit leider kein Interesse, gern später.")]
    [InlineData("Ich melde mich nächste Woche.")]
    [InlineData("Bitte melden Sie sich im Herbst wieder.")]
    [InlineData("Dem widerspreche ich nicht, gute Idee!")]
    [InlineData("")]
    public void Is_no_objection(string words) => ObjectionPhrases.Find("Re: Hello", words).ShouldBeNull();

    [Fact]
    public void It_gives_the_sentence_that_objects()
        => ObjectionPhrases.Find("Re: x", "Hello. I am busy. Please stop writing to me! Bye.").ShouldBe("Please stop writing to me!");

    [Fact]
    public void A_subject_may_object_too() => ObjectionPhrases.Find("unsubscribe", "").ShouldBe("unsubscribe");

    [Fact]
    public void What_they_quote_of_ours_is_not_theirs()
    {
        var mail =
            """
            Sounds good, let's talk on Thursday.

            On Tue, 4 Aug 2026 at 10:00, Sam Sample <sam.sample@university.example.org> wrote:
            > Dear Ada,
            > If you do not wish to be contacted, please unsubscribe: https://…
            """;

        ObjectionPhrases.Find("Re: Hello", QuotedText.Strip(mail)).ShouldBeNull();
    }

    [Fact]
    public void Ten_thousand_letters_without_an_end_take_no_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("möchte nicht ich bitte don't delete my ", 300));

        var started = System.Diagnostics.Stopwatch.StartNew();
        ObjectionPhrases.Find("", hostile);

        started.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
