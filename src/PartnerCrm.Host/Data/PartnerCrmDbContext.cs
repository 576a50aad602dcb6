using Microsoft.EntityFrameworkCore;
using PartnerCrm.Clearance;
using PartnerCrm.Engagement;
using PartnerCrm.Mail;
using PartnerCrm.Meetings;
using PartnerCrm.Partners;
using PartnerCrm.Sources;
using Volo.Abp.AuditLogging;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.FeatureManagement;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.SettingManagement;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;

namespace PartnerCrm.Host;

/// <summary>One context for every module, so that what belongs together is one transaction. The modules know only their own interface of it.</summary>
[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IPartnersDbContext))]
[ReplaceDbContext(typeof(ISourcesDbContext))]
[ReplaceDbContext(typeof(IEngagementDbContext))]
[ReplaceDbContext(typeof(IClearanceDbContext))]
[ReplaceDbContext(typeof(IMailDbContext))]
[ReplaceDbContext(typeof(IMeetingsDbContext))]
[ReplaceDbContext(typeof(IIdentityDbContext))]
[ReplaceDbContext(typeof(IPermissionManagementDbContext))]
[ReplaceDbContext(typeof(ISettingManagementDbContext))]
[ReplaceDbContext(typeof(IAuditLoggingDbContext))]
[ReplaceDbContext(typeof(ITenantManagementDbContext))]
[ReplaceDbContext(typeof(IFeatureManagementDbContext))]
public partial class PartnerCrmDbContext(DbContextOptions<PartnerCrmDbContext> options) : AbpDbContext<PartnerCrmDbContext>(options),
    IPartnersDbContext, ISourcesDbContext, IEngagementDbContext, IClearanceDbContext, IMailDbContext, IMeetingsDbContext,
    IIdentityDbContext, IPermissionManagementDbContext, ISettingManagementDbContext, IAuditLoggingDbContext, ITenantManagementDbContext,
    IFeatureManagementDbContext
{
    // Clearance
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<ContactBasis> ContactBases => Set<ContactBasis>();
    public DbSet<OrganisationStanding> OrganisationStandings => Set<OrganisationStanding>();
    public DbSet<Touch> Touches => Set<Touch>();
    public DbSet<OwnerRequest> OwnerRequests => Set<OwnerRequest>();
    public DbSet<Decision> Decisions => Set<Decision>();

    // Partners
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Affiliation> Affiliations => Set<Affiliation>();
    public DbSet<SocialProfile> SocialProfiles => Set<SocialProfile>();
    public DbSet<ContactMerge> ContactMerges => Set<ContactMerge>();
    public DbSet<Origin> Origins => Set<Origin>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationDomain> OrganisationDomains => Set<OrganisationDomain>();
    public DbSet<OrganisationOwner> OrganisationOwners => Set<OrganisationOwner>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    // Sources
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<StoredFileChunk> StoredFileChunks => Set<StoredFileChunk>();

    // Engagement
    public DbSet<Relationship> Relationships => Set<Relationship>();
    public DbSet<Touchpoint> Touchpoints => Set<Touchpoint>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<Reply> Replies => Set<Reply>();
    public DbSet<Playbook> Playbooks => Set<Playbook>();
    public DbSet<PlaybookVersion> PlaybookVersions => Set<PlaybookVersion>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<EscalationSignal> EscalationSignals => Set<EscalationSignal>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<StartQueue> StartQueues => Set<StartQueue>();

    // Mail
    public DbSet<MailMessage> MailMessages => Set<MailMessage>();
    public DbSet<MailSource> MailSources => Set<MailSource>();
    public DbSet<IncomingMail> IncomingMails => Set<IncomingMail>();
    public DbSet<Template> MailTemplates => Set<Template>();
    public DbSet<UnsubscribeToken> UnsubscribeTokens => Set<UnsubscribeToken>();

    // Meetings
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Meeting> Meetings => Set<Meeting>();

    // The host's own
    public DbSet<ApiClient> ApiClients => Set<ApiClient>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<AuthorizationGrant> AuthorizationGrants => Set<AuthorizationGrant>();
    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    // ABP's modules; what only the genuine ones ask for is in Foundation/Genuine.cs
    public DbSet<IdentityUser> Users => Set<IdentityUser>();
    public DbSet<IdentityRole> Roles => Set<IdentityRole>();
    public DbSet<PermissionGrant> PermissionGrants => Set<PermissionGrant>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<AuditLog> AuditLogs => Set<AuditLog>();
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<TenantConnectionString> TenantConnectionStrings => Set<TenantConnectionString>();
    public DbSet<FeatureValue> FeatureValues => Set<FeatureValue>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureIdentity();
        modelBuilder.ConfigurePermissionManagement();
        modelBuilder.ConfigureSettingManagement();
        modelBuilder.ConfigureAuditLogging();
        modelBuilder.ConfigureTenantManagement();
        modelBuilder.ConfigureFeatureManagement();
        modelBuilder.ConfigurePartners();
        modelBuilder.ConfigureSources();
        modelBuilder.ConfigureEngagement();
        modelBuilder.ConfigureClearance();
        modelBuilder.ConfigureMail();
        modelBuilder.ConfigureMeetings();
        modelBuilder.ConfigureHost();
    }
}
