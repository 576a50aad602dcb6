using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Volo.Abp.Application.Dtos;

public interface IEntityDto;

public interface IEntityDto<TKey> : IEntityDto
{
    TKey Id { get; set; }
}

public interface IListResult<T>
{
    IReadOnlyList<T> Items { get; set; }
}

public interface IHasTotalCount
{
    long TotalCount { get; set; }
}

public interface IPagedResult<T> : IListResult<T>, IHasTotalCount;

public interface ILimitedResultRequest
{
    int MaxResultCount { get; set; }
}

public interface IPagedResultRequest : ILimitedResultRequest
{
    int SkipCount { get; set; }
}

public interface ISortedResultRequest
{
    /// <summary>"name", "name desc" or "name asc, age desc".</summary>
    string? Sorting { get; set; }
}

public interface IPagedAndSortedResultRequest : IPagedResultRequest, ISortedResultRequest;

/// <summary>A list.</summary>
[Serializable]
public class ListResultDto<T> : IListResult<T>
{
    private IReadOnlyList<T>? items;

    public ListResultDto()
    {
    }

    public ListResultDto(IReadOnlyList<T> items) => Items = items;

    public IReadOnlyList<T> Items
    {
        get => items ??= [];
        set => items = value;
    }
}

/// <summary>A page of a list.</summary>
[Serializable]
public class PagedResultDto<T> : ListResultDto<T>, IPagedResult<T>
{
    public PagedResultDto()
    {
    }

    public PagedResultDto(long totalCount, IReadOnlyList<T> items) : base(items) => TotalCount = totalCount;

    public long TotalCount { get; set; }
}

/// <summary>At most so many.</summary>
[Serializable]
public class LimitedResultRequestDto : ILimitedResultRequest, IValidatableObject
{
    public static int DefaultMaxResultCount { get; set; } = 10;
    public static int MaxMaxResultCount { get; set; } = 1000;

    [Range(1, int.MaxValue)]
    public virtual int MaxResultCount { get; set; } = DefaultMaxResultCount;

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxResultCount > MaxMaxResultCount)
        {
            var maximum = MaxMaxResultCount.ToString(CultureInfo.InvariantCulture);
            yield return new ValidationResult($"{nameof(MaxResultCount)} can not be more than {maximum}! Increase {typeof(LimitedResultRequestDto).FullName}.{nameof(MaxMaxResultCount)} on the server side to allow more results.", [nameof(MaxResultCount)]);
        }
    }
}

/// <summary>Which page.</summary>
[Serializable]
public class PagedResultRequestDto : LimitedResultRequestDto, IPagedResultRequest
{
    [Range(0, int.MaxValue)]
    public virtual int SkipCount { get; set; }
}

/// <summary>Which page, in which order.</summary>
[Serializable]
public class PagedAndSortedResultRequestDto : PagedResultRequestDto, IPagedAndSortedResultRequest
{
    public virtual string? Sorting { get; set; }
}

/// <summary>An entity as the API shows it.</summary>
[Serializable]
public abstract class EntityDto : IEntityDto
{
    public override string ToString() => $"[DTO: {GetType().Name}]";
}

/// <inheritdoc />
[Serializable]
public abstract class EntityDto<TKey> : EntityDto, IEntityDto<TKey>
{
    public TKey Id { get; set; } = default!;

    public override string ToString() => $"[DTO: {GetType().Name}] Id = {Id}";
}
