using FsCheck;
using FsCheck.Fluent;
using PartnerCrm.Mail;
using Volo.Abp;

namespace PartnerCrm.Tests.Mail;

public class TemplateTests
{
    [Theory]
    [InlineData("Dear {{contact.fristName}},", "contact.fristName")]
    [InlineData("{{#if contact.organization}}x{{/if}}", "contact.organization")]
    [InlineData("{{#unless nobody}}x{{/unless}}", "nobody")]
    [InlineData("{{#if event}}a{{else if evnet}}b{{/if}}", "evnet")]
    [InlineData("Choose: {{offerLink}}", "offerLink")] // known, but not in a message
    public void A_variable_that_mails_of_its_kind_do_not_have_is_named_at_save(string text, string variable)
    {
        var refusal = Should.Throw<BusinessException>(() => Message(text));

        refusal.Code.ShouldBe(MailErrors.UnknownVariable);
        refusal.Data["What"].ShouldBe(variable);
    }

    [Theory]
    [InlineData("{{#each contact}}x{{/each}}", MailErrors.UnknownBlock)]
    [InlineData("{{> partial}}", MailErrors.UnknownBlock)]
    [InlineData("{{contact.firstName sender.name}}", MailErrors.UnknownBlock)]
    [InlineData("{{#if event}}never closed", MailErrors.TemplateSyntax)]
    [InlineData("{{contact..firstName}}", MailErrors.UnknownBlock)]
    [InlineData("{{@root}}", MailErrors.UnknownBlock)]
    public void Anything_but_variables_and_conditions_is_refused_at_save(string text, string code)
        => Should.Throw<BusinessException>(() => Message(text)).Code.ShouldBe(code);

    [Fact]
    public void Three_braces_are_refused_in_html()
        => Should.Throw<BusinessException>(() => New(TemplateKind.Message, "x", null, "<p>{{{contact.firstName}}}</p>")).Code.ShouldBe(MailErrors.UnescapedVariable);

    [Fact]
    public void A_footer_without_a_way_out_is_refused()
    {
        var refusal = Should.Throw<BusinessException>(() => New(TemplateKind.Footer, "f", "{{sender.name}}, {{university}} {{noticeText}}", null));

        refusal.Code.ShouldBe(MailErrors.VariableNeeded);
        refusal.Data["What"].ShouldBe("unsubscribeLink");
    }

    [Fact]
    public void Values_are_escaped_in_html_and_left_alone_in_text()
    {
        var mail = New(TemplateKind.Message, "For {{contact.organisation}}", "To {{contact.organisation}}", "<p>To {{contact.organisation}}</p>")
            .Render(Values(organisation: "Miller & <b>Sons</b> \"Ltd\""));

        mail.Subject.ShouldBe("For Miller & <b>Sons</b> \"Ltd\"");
        mail.Text.ShouldBe("To Miller & <b>Sons</b> \"Ltd\"");
        mail.Html.ShouldBe("<p>To Miller &amp; &lt;b&gt;Sons&lt;/b&gt; &quot;Ltd&quot;</p>");
    }

    [Fact]
    public void The_text_is_made_from_the_html_when_there_is_none()
    {
        var template = New(TemplateKind.Offer, "Times", null, "<p>Dear {{contact.firstName}},</p><p>choose <a href=\"{{offerLink}}\">here</a><br>or not.</p>");

        template.Text.ShouldBe("Dear {{contact.firstName}},\n\nchoose here: {{offerLink}}\nor not.");
    }

    [Fact]
    public void The_html_is_made_from_the_text_when_there_is_none()
    {
        var mail = Message("Dear {{contact.firstName}},\n\nsee https://example.org/a?b=1&c=2.\nBye").Render(Values());

        mail.Html.ShouldContain("<p>Dear Ada,</p>");
        mail.Html.ShouldContain("<a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>.<br>");
    }

    [Fact]
    public void A_mail_without_a_value_it_needs_is_not_made()
    {
        var offer = New(TemplateKind.Offer, "Times", "{{time1}} {{offerLink}}", null);

        var refusal = Should.Throw<BusinessException>(() => offer.Render(new Dictionary<string, string>(Values()) { ["time1"] = "now" }));

        refusal.Code.ShouldBe(MailErrors.VariableMissing);
        refusal.Data["What"].ShouldBe("offerLink");
    }

    [Fact]
    public void A_line_break_in_a_name_does_not_reach_the_subject()
        => New(TemplateKind.Message, "For {{contact.organisation}}", "x", null).Render(Values(organisation: "A\r\nBcc: all@example.org")).Subject
            .ShouldBe("For A Bcc: all@example.org");

    [Fact]
    public void Every_default_template_can_be_saved_and_rendered_in_both_languages()
    {
        foreach (var language in DefaultTemplates.Languages)
        foreach (var name in DefaultTemplates.Names)
        {
            var template = DefaultTemplates.Make(Guid.NewGuid(), null, name, language).ShouldNotBeNull($"{language}/{name}");
            var mail = template.Render(TemplateVariables.SamplesFor(template.Kind));
            mail.Text.ShouldNotContain("{{");
            mail.Text.Length.ShouldBeGreaterThan(60);
        }
    }

    [Fact]
    public void No_name_breaks_out_of_the_html()
        => Prop.ForAll<string>(name =>
        {
            var html = New(TemplateKind.Message, "s", null, "<p>{{contact.organisation}}</p>").Render(Values(organisation: name ?? "")).Html;
            var inner = html["<p>".Length..^"</p>".Length];
            return !inner.Contains('<') && !inner.Contains('>') && !inner.Contains('"');
        }).QuickCheckThrowOnFailure();

    private static Template Message(string text) => New(TemplateKind.Message, "Subject", text, null);

    private static Template New(TemplateKind kind, string subject, string? text, string? html) => new(Guid.NewGuid(), null, "some-name", "en", kind, subject, text, html);

    private static Dictionary<string, string> Values(string organisation = "Example Ltd") => new()
    {
        ["contact.firstName"] = "Ada", ["contact.organisation"] = organisation, ["university"] = "the University",
    };
}
