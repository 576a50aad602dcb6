namespace PartnerCrm.Host.Tests;

public class DnsTextsTests
{
    private const ushort Id = 0x1234;

    [Fact]
    public void A_question_is_asked_as_RFC_1035_has_it()
    {
        var question = DnsTexts.Question(Id, "_dmarc.example.org");

        Convert.ToHexString(question).ShouldBe("0024" + "123401000001000000000000" + "065F646D617263" + "076578616D706C65" + "036F7267" + "00" + "00100001");
    }

    [Fact]
    public void Texts_in_pieces_are_one()
    {
        var answer = Convert.FromHexString(
            "123481800001000100000000" + "076578616D706C65036F726700" + "00100001" + "C00C00100001000000000009" + "03763D73" + "0470663120");

        DnsTexts.Read(answer, Id).ShouldBe(["v=spf1 "]);
    }

    [Fact]
    public void A_name_that_does_not_exist_has_none_and_a_strangers_answer_is_none()
    {
        var nothing = Convert.FromHexString("123481830001000000000000" + "076578616D706C65036F726700" + "00100001");

        DnsTexts.Read(nothing, Id).ShouldBeEmpty();
        DnsTexts.Read(nothing, 1).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("12348180000100FF00000000076578616D706C65")]
    [InlineData("123481800000000100000000C00C0010000100000000FFFF03")]
    public void Whatever_comes_is_read_without_harm(string answer) => Should.NotThrow(() => DnsTexts.Read(Convert.FromHexString(answer), Id));
}
