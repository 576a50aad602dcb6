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
    public DbSet<Suppression> Suppressions { get; set; }
    public DbSet<Hold> Holds { get; set; }
    public DbSet<ContactBasis> ContactBases { get; set; }
    public DbSet<OrganisationStanding> OrganisationStandings { get; set; }
    public DbSet<Touch> Touches { get; set; }
    public DbSet<OwnerRequest> OwnerRequests { get; set; }
    public DbSet<Decision> Decisions { get; set; }

    // Partners
    public DbSet<Contact> Contacts { get; set; }
    public DbSet<Affiliation> Affiliations { get; set; }
    public DbSet<SocialProfile> SocialProfiles { get; set; }
    public DbSet<ContactMerge> ContactMerges { get; set; }
    public DbSet<Origin> Origins { get; set; }
    public DbSet<Organisation> Organisations { get; set; }
    public DbSet<OrganisationDomain> OrganisationDomains { get; set; }
    public DbSet<OrganisationOwner> OrganisationOwners { get; set; }
    public DbSet<SavedView> SavedViews { get; set; }

    // Sources
    public DbSet<Import> Imports { get; set; }
    public DbSet<ImportProblem> ImportProblems { get; set; }
    public DbSet<Candidate> Candidates { get; set; }
    public DbSet<StoredFile> StoredFiles { get; set; }
    public DbSet<StoredFileChunk> StoredFileChunks { get; set; }

    // Engagement
    public DbSet<Relationship> Relationships { get; set; }
    public DbSet<Touchpoint> Touchpoints { get; set; }
    public DbSet<FollowUp> FollowUps { get; set; }
    public DbSet<Reply> Replies { get; set; }
    public DbSet<Playbook> Playbooks { get; set; }
    public DbSet<PlaybookVersion> PlaybookVersions { get; set; }
    public DbSet<Escalation> Escalations { get; set; }
    public DbSet<EscalationSignal> EscalationSignals { get; set; }
    public DbSet<JournalEntry> JournalEntries { get; set; }
    public DbSet<StartQueue> StartQueues { get; set; }

    // Mail
    public DbSet<MailMessage> MailMessages { get; set; }
    public DbSet<MailSource> MailSources { get; set; }
    public DbSet<IncomingMail> IncomingMails { get; set; }
    public DbSet<Template> MailTemplates { get; set; }
    public DbSet<UnsubscribeToken> UnsubscribeTokens { get; set; }

    // Meetings
    public DbSet<Offer> Offers { get; set; }
    public DbSet<Meeting> Meetings { get; set; }

    // The host's own
    public DbSet<ApiClient> ApiClients { get; set; }
    public DbSet<SigningKey> SigningKeys { get; set; }
    public DbSet<UserSession> UserSessions { get; set; }
    public DbSet<AuthorizationGrant> AuthorizationGrants { get; set; }
    public DbSet<IdempotentRequest> IdempotentRequests { get; set; }

    // ABP's modules; what only the genuine ones ask for is in Foundation/Genuine.cs
    public DbSet<IdentityUser> Users { get; set; }
    public DbSet<IdentityRole> Roles { get; set; }
    public DbSet<PermissionGrant> PermissionGrants { get; set; }
    public DbSet<Setting> Settings { get; set; }
    public DbSet<AuditLog> AuditLogs { get; set; }
    public DbSet<Tenant> Tenants { get; set; }
    public DbSet<TenantConnectionString> TenantConnectionStrings { get; set; }
    public DbSet<FeatureValue> FeatureValues { get; set; }

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
