using System.Text;
using PartnerCrm.Contracts;
using PartnerCrm.Mail;

namespace PartnerCrm.Tests.Mail;

/// <summary>Made-up people, and mail as programs really write it.</summary>
public static class MailSamples
{
    public static readonly ContactCard Ada = new(
        new Guid("11111111-0000-0000-0000-000000000001"), "Ada", "Example", "ada@example.org", null, "Head of Operations",
        new Guid("33333333-0000-0000-0000-000000000001"), "Example Ltd", "GB", "en", "Europe/London");

    public static readonly ColleagueCard Sam = new(
        new Guid("22222222-0000-0000-0000-000000000001"), "Sam Sample", "sam.sample@university.example.org", "Europe/London", new TimeOnly(9, 0), new TimeOnly(17, 0));

    public static readonly ColleagueCard Kim = Sam with { Id = new Guid("22222222-0000-0000-0000-000000000002"), DisplayName = "Kim Keeper", Email = "kim.keeper@university.example.org" };

    public static byte[] Raw(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    public static Task<ReadMail> ReadAsync(string mail) => MailReader.ReadAsync(Raw(mail));

    public const string GmailReply =
        """
        MIME-Version: 1.0
        Date: Tue, 4 Aug 2026 11:02:33 +0100
        In-Reply-To: <ours-1@university.example.org>
        References: <ours-0@university.example.org> <ours-1@university.example.org>
        Message-ID: <CAF+abc=123@mail.example.org>
        Subject: Re: Working with the University
        From: Ada Example <Ada@Example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Content-Type: multipart/alternative; boundary="000000000000aa"

        --000000000000aa
        Content-Type: text/plain; charset="UTF-8"
        Content-Transfer-Encoding: quoted-printable

        Sounds good =E2=80=93 how about Thursday?

        On Mon, 3 Aug 2026 at 09:12, Sam Sample <sam.sample@university.example.org>
        wrote:

        > Dear Ada,
        > please unsubscribe me from everything
        --000000000000aa
        Content-Type: text/html; charset="UTF-8"

        <div dir="ltr">Sounds good – how about Thursday?</div><div class="gmail_quote">On Mon…</div>
        --000000000000aa--
        """;

    public const string OutlookReplyHtmlOnly =
        """
        From: "Example, Ada" <ada@example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Subject: AW: Zusammenarbeit
        Date: Tue, 4 Aug 2026 12:00:00 +0200
        Message-ID: <AM0PR01.eurprd01.prod.example.org>
        In-Reply-To: <ours-1@university.example.org>
        Content-Type: text/html; charset="iso-8859-1"
        Content-Transfer-Encoding: quoted-printable
        MIME-Version: 1.0

        <html><head><style>p {}</style></head><body><p>Gr=FC=DFe, gern n=E4chste Woche.</p><hr><div id=3D"divRplyFwdMsg"><b>Von:</b> Sam</div></body></html>
        """;

    public const string OutlookOutOfOffice =
        """
        From: Ada Example <ada@example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Subject: Automatic reply: Working with the University
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <auto-1@example.org>
        In-Reply-To: <ours-1@university.example.org>
        Auto-Submitted: auto-generated
        X-Auto-Response-Suppress: All
        Content-Type: text/plain; charset="us-ascii"

        Thank you for your message. I am out of the office until Friday, 14 August 2026.
        Please do not contact me in that time.
        """;

    public const string GermanOutOfOfficeWithoutHeaders =
        """
        From: Ada Example <ada@example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Subject: =?utf-8?Q?Abwesenheitsnotiz=3A_Gesch=C3=A4ftlich_unterwegs?=
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <auto-2@example.org>
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Ich bin bis einschließlich 14.08.2026 nicht im Büro.
        """;

    public const string PostfixBounce =
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
        To: sam.sample@university.example.org
        Subject: Undelivered Mail Returned to Sender
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <20260804.bounce@mx.example.org>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

        --B1
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.
        --B1
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        X-Postfix-Queue-ID: 4F00

        Final-Recipient: rfc822;ada@example.org
        Original-Recipient: rfc822;ada@example.org
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <ada@example.org>: Recipient address rejected

        --B1
        Content-Description: Undelivered Message
        Content-Type: message/rfc822

        From: Sam Sample <sam.sample@university.example.org>
        To: Ada Example <ada@example.org>
        Subject: Working with the University
        Message-ID: <ours-1@university.example.org>
        Date: Mon, 3 Aug 2026 08:00:00 +0000

        Dear Ada
        --B1--
        """;

    public static readonly string DelayedReport = PostfixBounce
        .Replace("Action: failed", "Action: delayed").Replace("Status: 5.1.1", "Status: 4.4.1").Replace("20260804.bounce", "20260804.delay");

    public static readonly string DeliveredReport = PostfixBounce
        .Replace("Action: failed", "Action: delivered").Replace("Status: 5.1.1", "Status: 2.0.0").Replace("20260804.bounce", "20260804.delivered");

    public const string QmailBounce =
        """
        From: MAILER-DAEMON@example.org
        To: sam.sample@university.example.org
        Subject: failure notice
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <qmail-bounce@example.org>

        Hi. This is the qmail-send program at example.org.
        I'm afraid I wasn't able to deliver your message to the following addresses.

        <ada@example.org>:
        Remote host said: 550 no mailbox by that name

        --- Below this line is a copy of the message.

        Message-ID: <ours-1@university.example.org>
        From: Sam Sample
        """;

    public const string ReadReceipt =
        """
        From: Ada Example <ada@example.org>
        To: sam.sample@university.example.org
        Subject: Read: Working with the University
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <mdn@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=disposition-notification; boundary="R1"

        --R1
        Content-Type: text/plain

        Your message was read.
        --R1
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822;ada@example.org
        Original-Message-ID: <ours-1@university.example.org>
        Disposition: manual-action/MDN-sent-manually; displayed
        --R1--
        """;

    public const string OutlookAccepts =
        """
        From: Ada Example <ada@example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Subject: Accepted: Our meeting
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <accept@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="C1"

        --C1
        Content-Type: text/plain; charset=utf-8

        --C1
        Content-Type: text/calendar; charset="utf-8"; method=REPLY
        Content-Transfer-Encoding: base64

        QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNCkJFR0lOOlZFVkVOVA0KVUlEOjFAdW5pdmVy
        c2l0eS5leGFtcGxlLm9yZw0KQVRURU5ERUU7UEFSVFNUQVQ9QUNDRVBURUQ6bWFpbHRvOmFkYUBl
        eGFtcGxlLm9yZw0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRBUg0K
        --C1--
        """;

    /// <summary>As Apple sends it: the method only in the type, the part nested, no file name.</summary>
    public const string AppleDeclines =
        """
        From: Ada Example <ada@example.org>
        To: Sam Sample <sam.sample@university.example.org>
        Subject: Declined
        Date: Tue, 4 Aug 2026 11:00:00 +0000
        Message-ID: <decline@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="M1"

        --M1
        Content-Type: multipart/alternative; boundary="M2"

        --M2
        Content-Type: text/plain

        Sorry.
        --M2
        Content-Type: text/calendar; method=reply; charset=UTF-8

        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1@university.example.org
        ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org
        END:VEVENT
        END:VCALENDAR
        --M2--
        --M1--
        """;

    public static string Letter(string subject, string text, string headers = "") =>
        $"From: Ada Example <ada@example.org>\nTo: sam.sample@university.example.org\nSubject: {subject}\nDate: Tue, 4 Aug 2026 11:00:00 +0000\n"
        + $"Message-ID: <{Guid.NewGuid():N}@example.org>\n{headers}Content-Type: text/plain; charset=utf-8\n\n{text}\n";
}
