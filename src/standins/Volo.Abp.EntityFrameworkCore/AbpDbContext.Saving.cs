using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore;

public abstract partial class AbpDbContext<TDbContext>
{
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detect = ChangeTracker.AutoDetectChangesEnabled;
        if (detect) ChangeTracker.DetectChanges();
        try
        {
            // Changes are detected once; what is stamped below is detected entity by entity.
            ChangeTracker.AutoDetectChangesEnabled = false;
            var entries = ChangeTracker.Entries().ToList();
            if (LazyServiceProvider is null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            ModifyRootsOfChangedParts(entries);
            foreach (var entry in entries)
                if (entry.State == EntityState.Modified)
                    ApplyAbpConceptsForModifiedEntity(entry);

            var changes = EntityChanges(entries);
            var events = DomainEvents(entries.Select(e => e.Entity));

            int saved;
            using (await SqliteWriting.EnterForAutocommitAsync(this, unitOfWork, cancellationToken))
                saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            Publish(changes);
            Publish(events);
            return saved;
        }
        catch (DbUpdateConcurrencyException exception)
        {
            Logger.LogDebug(exception, "Somebody else changed or deleted {Entities} first.", exception.Entries.Select(e => e.Metadata.DisplayName()));
            throw new AbpDbConcurrencyException(exception.Message, exception);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detect;
        }
    }

    public virtual Task<int> SaveChangesOnDbContextAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

    protected virtual void ChangeTracker_Tracked(object sender, EntityTrackedEventArgs e)
    {
        if (!e.FromQuery) ApplyAbpConcepts(e.Entry);
    }

    protected virtual void ChangeTracker_StateChanged(object sender, EntityStateChangedEventArgs e) => ApplyAbpConcepts(e.Entry);

    private void ApplyAbpConcepts(EntityEntry entry)
    {
        if (entry.State == EntityState.Added) ApplyAbpConceptsForAddedEntity(entry);
        else if (entry.State == EntityState.Deleted) ApplyAbpConceptsForDeletedEntity(entry);
    }

    protected virtual void ApplyAbpConceptsForAddedEntity(EntityEntry entry)
    {
        CheckAndSetId(entry);
        SetConcurrencyStampIfNull(entry);
        SetCreationAuditProperties(entry);
    }

    protected virtual void ApplyAbpConceptsForModifiedEntity(EntityEntry entry)
    {
        AuditPropertySetter.IncrementEntityVersionProperty(entry.Entity);
        SetModificationAuditProperties(entry);
        if (entry.Entity is ISoftDelete { IsDeleted: true }) SetDeletionAuditProperties(entry);
        UpdateConcurrencyStamp(entry);
        entry.DetectChanges();
    }

    /// <summary>Deleting what can be deleted softly only marks it; other changes of the entity are not stored, as in ABP.</summary>
    protected virtual void ApplyAbpConceptsForDeletedEntity(EntityEntry entry)
    {
        if (entry.Entity is not ISoftDelete || IsHardDeleted(entry)) return;
        entry.State = EntityState.Unchanged;
        entry.Property(nameof(ISoftDelete.IsDeleted)).CurrentValue = true;
        SetDeletionAuditProperties(entry);
    }

    protected virtual bool IsHardDeleted(EntityEntry entry) =>
        UnitOfWorkManager.Current?.Items.GetValueOrDefault(UnitOfWorkItemNames.HardDeletedEntities) is HashSet<IEntity> hardDeleted
        && hardDeleted.Contains(entry.Entity);

    protected virtual void CheckAndSetId(EntityEntry entry)
    {
        if (entry.Entity is IEntity<Guid> entity) TrySetGuidId(entry, entity);
    }

    protected virtual void TrySetGuidId(EntityEntry entry, IEntity<Guid> entity)
    {
        if (entity.Id != Guid.Empty) return;
        var id = entry.Property(nameof(IEntity<Guid>.Id));
        if (id.Metadata.ValueGenerated == ValueGenerated.Never) id.CurrentValue = GuidGenerator.Create();
    }

    protected virtual void SetConcurrencyStampIfNull(EntityEntry entry)
    {
        if (entry.Entity is IHasConcurrencyStamp { ConcurrencyStamp: null } entity) entity.ConcurrencyStamp = NewStamp();
    }

    // The stamp that the entity carries is the one to expect in the database: it may have come from the client.
    protected virtual void UpdateConcurrencyStamp(EntityEntry entry)
    {
        if (entry.Entity is not IHasConcurrencyStamp entity) return;
        var stamp = entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp));
        stamp.OriginalValue = entity.ConcurrencyStamp;
        stamp.CurrentValue = NewStamp();
    }

    protected virtual void SetCreationAuditProperties(EntityEntry entry) => AuditPropertySetter.SetCreationProperties(entry.Entity);
    protected virtual void SetModificationAuditProperties(EntityEntry entry) => AuditPropertySetter.SetModificationProperties(entry.Entity);
    protected virtual void SetDeletionAuditProperties(EntityEntry entry) => AuditPropertySetter.SetDeletionProperties(entry.Entity);

    // What a bulk insert owes to entities that it doesn't track.
    void IAbpDbContext.PrepareForBulkInsert(IReadOnlyCollection<object> entities)
    {
        foreach (var entity in entities)
        {
            if (entity is IHasConcurrencyStamp { ConcurrencyStamp: null } stamped) stamped.ConcurrencyStamp = NewStamp();
            AuditPropertySetter.SetCreationProperties(entity);
        }

        Publish(DomainEvents(entities));
    }

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    // Taken from the entities before they are saved, given to the unit of work after that.
    private static DomainEventsOfEntities? DomainEvents(IEnumerable<object> entities)
    {
        DomainEventsOfEntities? events = null;
        foreach (var entity in entities.OfType<IGeneratesDomainEvents>())
        {
            foreach (var record in entity.GetLocalEvents()) (events ??= new()).Local.Add(record);
            foreach (var record in entity.GetDistributedEvents()) (events ??= new()).Distributed.Add(record);
            entity.ClearLocalEvents();
            entity.ClearDistributedEvents();
        }

        return events;
    }

    private void Publish(DomainEventsOfEntities? events)
    {
        if (events is null || (unitOfWork ?? UnitOfWorkManager.Current) is not { } uow) return;
        foreach (var e in events.Local) uow.AddOrReplaceLocalEvent(new UnitOfWorkEventRecord(e.EventData.GetType(), e.EventData, e.EventOrder));
        foreach (var e in events.Distributed) uow.AddOrReplaceDistributedEvent(new UnitOfWorkEventRecord(e.EventData.GetType(), e.EventData, e.EventOrder));
    }

    private sealed class DomainEventsOfEntities
    {
        public List<DomainEventRecord> Local { get; } = [];
        public List<DomainEventRecord> Distributed { get; } = [];
    }

    private static List<(object, EntityChangeType)> EntityChanges(List<EntityEntry> entries)
    {
        var changes = new List<(object, EntityChangeType)>();
        foreach (var entry in entries)
        {
            if (entry.Metadata.IsOwned()) continue;
            if (entry.State == EntityState.Added) changes.Add((entry.Entity, EntityChangeType.Created));
            else if (entry.State == EntityState.Modified) changes.Add((entry.Entity, IsNowDeleted(entry) ? EntityChangeType.Deleted : EntityChangeType.Updated));
            else if (entry.State == EntityState.Deleted) changes.Add((entry.Entity, EntityChangeType.Deleted));
        }

        return changes;
    }

    private static bool IsNowDeleted(EntityEntry entry) =>
        entry.Entity is ISoftDelete { IsDeleted: true } && entry.Property(nameof(ISoftDelete.IsDeleted)).OriginalValue is false;

    private void Publish(List<(object Entity, EntityChangeType Type)> changes)
    {
        if (changes.Count == 0 || UnitOfWorkManager.Current is null) return;
        var events = EntityChangeEventHelper;
        foreach (var (entity, type) in changes)
        {
            if (type == EntityChangeType.Created) events.PublishEntityCreatedEvent(entity);
            else if (type == EntityChangeType.Updated) events.PublishEntityUpdatedEvent(entity);
            else events.PublishEntityDeletedEvent(entity);
        }
    }

    // An aggregate has changed when any part of it has: its stamp moves on, so two people can't edit parts of it unseen.
    private void ModifyRootsOfChangedParts(List<EntityEntry> entries)
    {
        IStateManager? states = null;
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || entry.Entity is IAggregateRoot) continue;
            states ??= ((IDbContextDependencies)this).StateManager;
            if (RootOf(entry.GetInfrastructure(), states) is { EntityState: EntityState.Unchanged } root)
                root.ToEntityEntry().Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsModified = true;
        }
    }

    private static InternalEntityEntry? RootOf(InternalEntityEntry part, IStateManager states)
    {
        foreach (var key in part.EntityType.GetForeignKeys())
        {
            if (key.PrincipalToDependent is null) continue;
            var principal = part.EntityState == EntityState.Deleted
                ? states.FindPrincipalUsingRelationshipSnapshot(part, key)
                : states.FindPrincipal(part, key);
            if (principal is null || ReferenceEquals(principal, part)) continue;
            if (principal.Entity is IAggregateRoot and IHasConcurrencyStamp) return principal;
            if (principal.Entity is not IAggregateRoot && RootOf(principal, states) is { } root) return root;
        }

        return null;
    }
}
