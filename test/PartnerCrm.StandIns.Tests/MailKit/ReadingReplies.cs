using MimeKit;

namespace PartnerCrm.StandIns.Tests.MailKit;

public class ReadingReplies
{
    [Fact]
    public void A_bounce_says_who_and_why_and_quotes_the_message()
    {
        var message = AnyText.Parsed("""
            From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
            To: owner@example.org
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            	boundary="4Y.1763/mx.example.net"

            This is a MIME-encapsulated message.

            --4Y.1763/mx.example.net
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            <gone@example.com>: host mx.example.com said: 550 5.1.1 User unknown

            --4Y.1763/mx.example.net
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net
            Arrival-Date: Mon,  3 Nov 2025 10:00:00 +0100 (CET)

            Final-Recipient: rfc822; gone@example.com
            Original-Recipient: rfc822;gone@example.com
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User
                unknown

            Final-Recipient: rfc822; late@example.com
            Action: delayed
            Status: 4.2.2

            --4Y.1763/mx.example.net
            Content-Type: message/rfc822

            Message-ID: <first@example.org>
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=

            Hello
            --4Y.1763/mx.example.net--
            """);

        var report = message.Body.ShouldBeOfType<MultipartReport>();
        report.ReportType.ShouldBe("delivery-status");
        var status = report.OfType<MessageDeliveryStatus>().Single();
        status.StatusGroups.Count.ShouldBe(3);
        status.StatusGroups[0]["Reporting-MTA"].ShouldBe("dns; mx.example.net");
        status.StatusGroups[1]["Action"].ShouldBe("failed");
        status.StatusGroups[1]["Diagnostic-Code"]!.ShouldContain("User");
        status.StatusGroups[2]["Status"].ShouldBe("4.2.2");
        var original = report.OfType<MessagePart>().Single().Message!;
        original.MessageId.ShouldBe("first@example.org");
        original.Subject.ShouldBe("Grüße");
        original.TextBody.ShouldBe("Hello");
        message.TextBody!.ShouldContain("User unknown");
    }

    [Fact]
    public void A_bounce_that_quotes_only_headers_names_the_message()
    {
        var message = AnyText.Parsed("""
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx

            Final-Recipient: rfc822; gone@example.com
            Action: failed

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <first@example.org>
            --b--
            """);
        ((MultipartReport)message.Body!).OfType<MessagePart>().Single().Message!.MessageId.ShouldBe("first@example.org");
    }

    [Fact]
    public void A_bounce_can_be_made()
    {
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; sandbox.example.org" } });
        status.StatusGroups.Add(new HeaderList { { "Final-Recipient", "rfc822; gone@example.com" }, { "Action", "failed" }, { "Status", "5.1.1" } });
        var original = new MimeMessage { Subject = "Hello" };
        var message = new MimeMessage { Body = new MultipartReport("delivery-status", new TextPart("plain", "Sorry."), status, new MessagePart { Message = original }) };

        var report = message.Sent().Body.ShouldBeOfType<MultipartReport>();

        report.OfType<MessageDeliveryStatus>().Single().StatusGroups[1]["Status"].ShouldBe("5.1.1");
        report.OfType<MessagePart>().Single().Message!.MessageId.ShouldBe(original.MessageId);
    }

    [Fact]
    public void Outlook_answers_an_invitation_in_base64_with_the_method_on_the_part()
    {
        const string Calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nPRODID:Microsoft Exchange Server 2010\r\nBEGIN:VEVENT\r\n"
            + "ATTENDEE;PARTSTAT=ACCEPTED;CN=Zoë:mailto:zoe@example.com\r\nUID:m1@example.org\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Calendar), Base64FormattingOptions.InsertLineBreaks);
        var message = AnyText.Parsed($"""
            From: =?iso-8859-1?Q?Zo=EB?= <zoe@example.com>
            Subject: Accepted: Meeting
            Content-Type: multipart/alternative;
            	boundary="_000_AM0PR01MB_"
            MIME-Version: 1.0

            --_000_AM0PR01MB_
            Content-Type: text/plain; charset="iso-8859-1"
            Content-Transfer-Encoding: quoted-printable

            Gerne, bis n=E4chste Woche!

            --_000_AM0PR01MB_
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: base64

            {encoded}

            --_000_AM0PR01MB_--
            """);

        var part = message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        part.ContentType.Parameters["method"].ShouldBe("REPLY");
        part.Text.ShouldBe(Calendar);
        message.TextBody!.ShouldStartWith("Gerne, bis nächste Woche!");
    }

    [Fact]
    public void Google_answers_with_the_calendar_twice()
    {
        var message = AnyText.Parsed("""
            Content-Type: multipart/mixed; boundary="000000000000aa"

            --000000000000aa
            Content-Type: multipart/alternative; boundary="000000000000bb"

            --000000000000bb
            Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
            Content-Transfer-Encoding: base64

            SmFuZSBoYXMgYWNjZXB0ZWQ=
            --000000000000bb
            Content-Type: text/calendar; charset="UTF-8"; method=REPLY
            Content-Transfer-Encoding: 7bit

            BEGIN:VCALENDAR
            METHOD:REPLY
            END:VCALENDAR
            --000000000000bb--
            --000000000000aa
            Content-Type: application/ics; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFS
            --000000000000aa--
            """);

        message.TextBody.ShouldBe("Jane has accepted");
        message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).Text.ShouldContain("METHOD:REPLY");
        message.Attachments.ShouldHaveSingleItem().ContentDisposition!.FileName.ShouldBe("invite.ics");
    }

    [Fact]
    public void An_out_of_office_note_says_it_is_automatic()
    {
        var message = AnyText.Parsed("""
            From: zoe@example.com
            To: owner@example.org
            Subject: =?utf-8?B?QXV0b21hdGlzY2hlIEFudHdvcnQ6IEhhbGxv?=
            Auto-Submitted: auto-replied (vacation)
            X-Auto-Response-Suppress: All
            In-Reply-To: <first@example.org>
            References: <zero@example.org>
             <first@example.org>

            Ich bin bis Montag nicht da.
            """);

        message.Subject.ShouldBe("Automatische Antwort: Hallo");
        message.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-replied (vacation)");
        message.Headers["x-auto-response-suppress"].ShouldBe("All");
        message.InReplyTo.ShouldBe("first@example.org");
        message.References.ShouldBe(["zero@example.org", "first@example.org"]);
    }
}
