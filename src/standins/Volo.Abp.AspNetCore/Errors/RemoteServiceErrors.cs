using System.Collections;

namespace Volo.Abp.Http;

/// <summary>The body of every error: <c>{"error":{…}}</c>.</summary>
public class RemoteServiceErrorResponse(RemoteServiceErrorInfo error)
{
    public RemoteServiceErrorInfo Error { get; set; } = error;
}

/// <summary>An error as callers see it.</summary>
public class RemoteServiceErrorInfo
{
    public RemoteServiceErrorInfo() { }

    public RemoteServiceErrorInfo(string message, string? details = null, string? code = null, IDictionary? data = null)
    {
        Message = message;
        Details = details;
        Code = code;
        Data = data;
    }

    /// <summary>For programs; null when the error has none.</summary>
    public string? Code { get; set; }
    public string? Message { get; set; }
    public string? Details { get; set; }
    public IDictionary? Data { get; set; }
    public RemoteServiceValidationErrorInfo[]? ValidationErrors { get; set; }
}

/// <summary>One validation error.</summary>
public class RemoteServiceValidationErrorInfo
{
    public RemoteServiceValidationErrorInfo() { }

    public RemoteServiceValidationErrorInfo(string message, string[] members)
    {
        Message = message;
        Members = members;
    }

    public string? Message { get; set; }

    /// <summary>The members of the input that it concerns, in camel case.</summary>
    public string[]? Members { get; set; }
}
