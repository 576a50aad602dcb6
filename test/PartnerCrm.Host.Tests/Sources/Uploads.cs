namespace PartnerCrm.Host.Tests;

public static class Uploads
{
    public static Task<Answer> SendAsync(Caller host, byte[] file, string source = "LinkedInArchive", string name = "list.csv", string? eventName = null) =>
        host.PostAsync("imports", (Func<HttpContent>)(() =>
        {
            var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent(source), "source" } };
            if (eventName != null) form.Add(new StringContent(eventName), "eventName");
            return form;
        }));
}
