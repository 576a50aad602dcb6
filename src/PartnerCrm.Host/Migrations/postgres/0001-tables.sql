-- The model's tables, as `PartnerCrm.Host schema` printed them.
CREATE TABLE "AbpAuditLogs" (
    "Id" uuid NOT NULL,
    "ApplicationName" character varying(96),
    "UserId" uuid,
    "UserName" character varying(256),
    "TenantId" uuid,
    "TenantName" character varying(64),
    "ImpersonatorUserId" uuid,
    "ImpersonatorUserName" character varying(256),
    "ImpersonatorTenantId" uuid,
    "ImpersonatorTenantName" character varying(64),
    "ExecutionTime" timestamp with time zone NOT NULL,
    "ExecutionDuration" integer NOT NULL,
    "ClientIpAddress" character varying(64),
    "ClientName" character varying(128),
    "ClientId" character varying(64),
    "CorrelationId" character varying(64),
    "BrowserInfo" character varying(512),
    "HttpMethod" character varying(16),
    "Url" character varying(256),
    "Exceptions" text,
    "Comments" character varying(256),
    "HttpStatusCode" integer,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_AbpAuditLogs" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpPermissionGrants" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(128) NOT NULL,
    "ProviderName" character varying(64) NOT NULL,
    "ProviderKey" character varying(64) NOT NULL,
    CONSTRAINT "PK_AbpPermissionGrants" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpRoles" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(256) NOT NULL,
    "NormalizedName" character varying(256) NOT NULL,
    "IsDefault" boolean NOT NULL,
    "IsStatic" boolean NOT NULL,
    "IsPublic" boolean NOT NULL,
    "EntityVersion" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_AbpRoles" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpSettings" (
    "Id" uuid NOT NULL,
    "Name" character varying(128) NOT NULL,
    "Value" character varying(2048) NOT NULL,
    "ProviderName" character varying(64),
    "ProviderKey" character varying(64),
    CONSTRAINT "PK_AbpSettings" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpTenants" (
    "Id" uuid NOT NULL,
    "Name" character varying(64) NOT NULL,
    "NormalizedName" character varying(64) NOT NULL,
    "EntityVersion" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_AbpTenants" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpUsers" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "UserName" character varying(256) NOT NULL,
    "NormalizedUserName" character varying(256) NOT NULL,
    "Name" character varying(64),
    "Surname" character varying(64),
    "Email" character varying(256) NOT NULL,
    "NormalizedEmail" character varying(256) NOT NULL,
    "EmailConfirmed" boolean NOT NULL,
    "PasswordHash" character varying(256),
    "SecurityStamp" character varying(256) NOT NULL,
    "IsExternal" boolean NOT NULL,
    "PhoneNumber" character varying(16),
    "PhoneNumberConfirmed" boolean NOT NULL,
    "IsActive" boolean NOT NULL,
    "TwoFactorEnabled" boolean NOT NULL,
    "LockoutEnd" timestamp with time zone,
    "LockoutEnabled" boolean NOT NULL,
    "AccessFailedCount" integer NOT NULL,
    "ShouldChangePasswordOnNextLogin" boolean NOT NULL,
    "LastPasswordChangeTime" timestamp with time zone,
    "EntityVersion" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_AbpUsers" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmApiClients" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ClientId" character varying(64) NOT NULL,
    "DisplayName" character varying(128) NOT NULL,
    "SecretHash" character varying(200) NOT NULL,
    "Scopes" character varying(500) NOT NULL,
    "IsActive" boolean NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmApiClients" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmCandidates" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ImportId" uuid NOT NULL,
    "Row" integer NOT NULL,
    "FirstName" character varying(100) NOT NULL,
    "LastName" character varying(100) NOT NULL,
    "Email" character varying(254),
    "EmailKey" character varying(254),
    "ProfileSlug" character varying(200),
    "OrganisationName" character varying(200),
    "Position" character varying(200),
    "Phone" character varying(40),
    "Country" character varying(2),
    "ConnectedOn" timestamp with time zone,
    "AttendedAt" timestamp with time zone,
    "Minutes" integer,
    "PersonKey" character varying(300) NOT NULL,
    "NameKey" character varying(201) NOT NULL,
    "SortName" character varying(201) NOT NULL,
    "Certainty" character varying(32) NOT NULL,
    "ContactId" uuid,
    "Suggestions" character varying(2000),
    "OwnerId" uuid,
    "IsSuppressed" boolean NOT NULL,
    "IsElsewhere" boolean NOT NULL,
    "Worth" integer NOT NULL,
    "PickedAt" timestamp with time zone,
    CONSTRAINT "PK_CrmCandidates" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmClearanceDecisions" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "EffectKey" character varying(128) NOT NULL,
    "ContactId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Purpose" character varying(32) NOT NULL,
    "AskedBy" uuid NOT NULL,
    "Verdict" character varying(32) NOT NULL,
    "Reasons" text NOT NULL,
    "RuleSet" character varying(16) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmClearanceDecisions" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmContactBases" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OrganisationId" uuid,
    "HasEmail" boolean NOT NULL,
    "Country" character varying(2),
    "Kind" character varying(32) NOT NULL,
    "Source" character varying(200) NOT NULL,
    "NoticeDueAt" timestamp with time zone,
    "NoticeGivenAt" timestamp with time zone,
    CONSTRAINT "PK_CrmContactBases" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmEscalations" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "RelationshipId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "OrganisationId" uuid,
    "OwnerId" uuid NOT NULL,
    "PlaybookId" uuid NOT NULL,
    "PlaybookVersionId" uuid NOT NULL,
    "State" character varying(32) NOT NULL,
    "WaitingFor" character varying(32) NOT NULL,
    "Step" integer NOT NULL,
    "Run" integer NOT NULL,
    "DueAt" timestamp with time zone,
    "TouchedAt" timestamp with time zone,
    "MeetingId" uuid,
    "InvitationUntil" timestamp with time zone,
    "QueuedAt" timestamp with time zone NOT NULL,
    "NotBefore" timestamp with time zone,
    "StartedAt" timestamp with time zone,
    "PausedAt" timestamp with time zone,
    "PausedBecause" character varying(512),
    "IsPausedByPerson" boolean NOT NULL,
    "HeldBy" character varying(1000) NOT NULL,
    "EndedAt" timestamp with time zone,
    "EndReason" character varying(32),
    "LastSequence" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_CrmEscalations" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmEscalationSignals" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "EscalationId" uuid NOT NULL,
    "Sequence" integer NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Payload" character varying(64) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "LeaseUntil" timestamp with time zone,
    CONSTRAINT "PK_CrmEscalationSignals" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmFollowUps" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OwnerId" uuid NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "State" character varying(32) NOT NULL,
    "RelationshipId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "EscalationId" uuid,
    "AboutId" uuid,
    "TitleKey" character varying(64) NOT NULL,
    "TitleData" character varying(4000) NOT NULL,
    "SuggestedText" character varying(4000),
    "DueAt" timestamp with time zone NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "DoneAt" timestamp with time zone,
    "Answer" character varying(32),
    "Note" character varying(2000),
    "EffectKey" character varying(128) NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_CrmFollowUps" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmHolds" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Scope" character varying(32) NOT NULL,
    "TargetId" uuid,
    "Reason" character varying(500) NOT NULL,
    "Until" timestamp with time zone,
    "LiftedAt" timestamp with time zone,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    CONSTRAINT "PK_CrmHolds" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmIdempotentRequests" (
    "Id" uuid NOT NULL,
    "Key" character varying(300) NOT NULL,
    "BodyHash" character varying(64) NOT NULL,
    "Status" integer NOT NULL,
    "ContentType" character varying(200),
    "Location" character varying(500),
    "Answer" bytea,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmIdempotentRequests" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmImportProblems" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ImportId" uuid NOT NULL,
    "Row" integer NOT NULL,
    "Code" character varying(64) NOT NULL,
    "Excerpt" character varying(200) NOT NULL,
    CONSTRAINT "PK_CrmImportProblems" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmImports" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "FileId" uuid NOT NULL,
    "FileName" character varying(200) NOT NULL,
    "Source" character varying(32) NOT NULL,
    "EventName" character varying(200),
    "EventDate" timestamp with time zone,
    "Status" character varying(32) NOT NULL,
    "Failure" character varying(100),
    "FailureRow" integer,
    "Position" integer NOT NULL,
    "Attempts" integer NOT NULL,
    "ReadingUntil" timestamp with time zone,
    "LeaseUntil" timestamp with time zone,
    "FinishedAt" timestamp with time zone,
    "PurgedAt" timestamp with time zone,
    "UploadKey" character varying(200) NOT NULL,
    "Candidates" integer NOT NULL,
    "DidNotAttend" integer NOT NULL,
    "Duplicates" integer NOT NULL,
    "Elsewhere" integer NOT NULL,
    "Hidden" integer NOT NULL,
    "HostsAndPanelists" integer NOT NULL,
    "Known" integer NOT NULL,
    "Picked" integer NOT NULL,
    "Problems" integer NOT NULL,
    "Rows" integer NOT NULL,
    "Suppressed" integer NOT NULL,
    "WithColleagues" integer NOT NULL,
    "WithEmail" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    CONSTRAINT "PK_CrmImports" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmIncomingMails" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Key" character varying(64) NOT NULL,
    "MessageId" character varying(255),
    "From" character varying(320),
    "FromName" character varying(200) NOT NULL,
    "To" character varying(320) NOT NULL,
    "Subject" character varying(250) NOT NULL,
    "Excerpt" character varying(400) NOT NULL,
    "Text" text NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "MailMessageId" uuid,
    "ContactId" uuid,
    "RelationshipId" uuid,
    "EscalationId" uuid,
    "Objection" character varying(400),
    "BackOn" timestamp with time zone,
    "Status" character varying(32),
    "Problem" character varying(500),
    "ReceivedAt" timestamp with time zone NOT NULL,
    "ProcessedAt" timestamp with time zone NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmIncomingMails" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmJournalEntries" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "RelationshipId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "EscalationId" uuid,
    "UserId" uuid,
    "At" timestamp with time zone NOT NULL,
    "Order" bigint NOT NULL,
    "Key" character varying(64) NOT NULL,
    "Data" character varying(4000) NOT NULL,
    CONSTRAINT "PK_CrmJournalEntries" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmMailMessages" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "EffectKey" character varying(128) NOT NULL,
    "ContactId" uuid NOT NULL,
    "SenderId" uuid NOT NULL,
    "RelationshipId" uuid,
    "EscalationId" uuid,
    "Purpose" character varying(32) NOT NULL,
    "IsCold" boolean NOT NULL,
    "Template" character varying(64) NOT NULL,
    "Language" character varying(16) NOT NULL,
    "ToAddress" character varying(320) NOT NULL,
    "ToName" character varying(200) NOT NULL,
    "FromAddress" character varying(320) NOT NULL,
    "FromName" character varying(200) NOT NULL,
    "Subject" character varying(250) NOT NULL,
    "Text" text NOT NULL,
    "Html" text NOT NULL,
    "CalendarMethod" character varying(16),
    "Calendar" text,
    "DetailsFrom" character varying(200),
    "CarriesNotice" boolean NOT NULL,
    "State" character varying(32) NOT NULL,
    "NotBefore" timestamp with time zone,
    "LeaseUntil" timestamp with time zone,
    "SendingAt" timestamp with time zone,
    "SentAt" timestamp with time zone,
    "Attempts" integer NOT NULL,
    "MessageId" character varying(255),
    "References" character varying(4000),
    "Decision" character varying(2000),
    "Problem" character varying(2000),
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmMailMessages" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmMailSources" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Mime" bytea NOT NULL,
    CONSTRAINT "PK_CrmMailSources" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmMailTemplates" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(64) NOT NULL,
    "Language" character varying(16) NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Subject" character varying(200) NOT NULL,
    "Text" text NOT NULL,
    "Html" text,
    "Key" character varying(128) NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmMailTemplates" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmMeetings" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Uid" character varying(128) NOT NULL,
    "Sequence" integer NOT NULL,
    "OrganiserId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "RelationshipId" uuid NOT NULL,
    "EscalationId" uuid,
    "Subject" character varying(200) NOT NULL,
    "Location" character varying(300),
    "Start" timestamp with time zone NOT NULL,
    "End" timestamp with time zone NOT NULL,
    "State" character varying(32) NOT NULL,
    "LastReplyStamp" timestamp with time zone,
    "Outcome" character varying(2000),
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmMeetings" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmOffers" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "EffectKey" character varying(128) NOT NULL,
    "TokenHash" character varying(64) NOT NULL,
    "ContactId" uuid NOT NULL,
    "OwnerId" uuid NOT NULL,
    "RelationshipId" uuid NOT NULL,
    "EscalationId" uuid,
    "FirstTime" timestamp with time zone NOT NULL,
    "SecondTime" timestamp with time zone NOT NULL,
    "ThirdTime" timestamp with time zone NOT NULL,
    "Duration" interval NOT NULL,
    "State" character varying(32) NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "MeetingId" uuid,
    "LeaseUntil" timestamp with time zone,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    CONSTRAINT "PK_CrmOffers" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmOrganisations" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(200) NOT NULL,
    "NameKey" character varying(400) COLLATE "C" NOT NULL,
    "SortName" character varying(400) COLLATE "C" NOT NULL,
    "SearchText" character varying(600) COLLATE "C" NOT NULL,
    "Country" character varying(2),
    "SubscriberType" character varying(32) NOT NULL,
    "LeadOwnerId" uuid,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmOrganisations" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmOrganisationStandings" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(256) NOT NULL,
    "SubscriberType" character varying(32) NOT NULL,
    "LeadOwnerId" uuid,
    "ClaimedBy" uuid,
    "ClaimedUntil" timestamp with time zone,
    CONSTRAINT "PK_CrmOrganisationStandings" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmOwnerRequests" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "AskedBy" uuid NOT NULL,
    "OwnerId" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "State" character varying(32) NOT NULL,
    "Note" character varying(1000),
    "AnsweredAt" timestamp with time zone,
    "GrantedUntil" timestamp with time zone,
    CONSTRAINT "PK_CrmOwnerRequests" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmPlaybooks" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(128) NOT NULL,
    "Description" character varying(1000),
    "LatestVersion" integer NOT NULL,
    "LatestVersionId" uuid NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmPlaybooks" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmPlaybookVersions" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "PlaybookId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "StepsJson" character varying(200000) NOT NULL,
    "PublishedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmPlaybookVersions" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmRelationships" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "ContactName" character varying(256) NOT NULL,
    "FirstName" character varying(256) NOT NULL,
    "Position" character varying(256),
    "OrganisationId" uuid,
    "OrganisationName" character varying(256),
    "OwnerId" uuid NOT NULL,
    "Stage" character varying(32) NOT NULL,
    "Rung" character varying(32) NOT NULL,
    "RestingUntil" timestamp with time zone,
    "ClosedBecause" character varying(512),
    "OpenGate" character varying(32),
    "OverrideReason" character varying(512),
    "TheirsAtEpoch" double precision NOT NULL,
    "OursAtEpoch" double precision NOT NULL,
    "Unanswered" integer NOT NULL,
    "LastTouchpointAt" timestamp with time zone,
    "InterestedAt" timestamp with time zone,
    "WroteAt" timestamp with time zone,
    "MetAt" timestamp with time zone,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    CONSTRAINT "PK_CrmRelationships" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmReplies" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "RelationshipId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "OwnerId" uuid NOT NULL,
    "EscalationId" uuid,
    "TouchpointId" uuid NOT NULL,
    "Subject" character varying(512) NOT NULL,
    "Excerpt" character varying(1000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Answer" character varying(32),
    "Until" timestamp with time zone,
    "Note" character varying(2000),
    "TriagedAt" timestamp with time zone,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_CrmReplies" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmSigningKeys" (
    "Id" uuid NOT NULL,
    "KeyId" character varying(64) NOT NULL,
    "SealedPrivateKey" bytea NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmSigningKeys" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmStartQueues" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OwnerId" uuid NOT NULL,
    "LookAt" timestamp with time zone,
    "LeaseUntil" timestamp with time zone,
    CONSTRAINT "PK_CrmStartQueues" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmStoredFileChunks" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "FileId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_CrmStoredFileChunks" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmStoredFiles" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Name" character varying(200) NOT NULL,
    "Length" bigint NOT NULL,
    "Hash" character varying(64) NOT NULL,
    CONSTRAINT "PK_CrmStoredFiles" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmSuppressions" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid,
    "Key" character varying(110) NOT NULL,
    "Reason" character varying(32) NOT NULL,
    "Words" character varying(500),
    "At" timestamp with time zone NOT NULL,
    "IsPendingReview" boolean NOT NULL,
    "LiftedAt" timestamp with time zone,
    CONSTRAINT "PK_CrmSuppressions" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmTouches" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "OrganisationId" uuid,
    "UserId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "IsCold" boolean NOT NULL,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmTouches" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmTouchpoints" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "RelationshipId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Direction" character varying(32) NOT NULL,
    "Kind" character varying(32) NOT NULL,
    "Weight" double precision NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Summary" character varying(512) NOT NULL,
    "UserId" uuid NOT NULL,
    "IsInterested" boolean NOT NULL,
    CONSTRAINT "PK_CrmTouchpoints" PRIMARY KEY ("Id")
);


CREATE TABLE "CrmUnsubscribeTokens" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "Hash" character varying(64) NOT NULL,
    "MailMessageId" uuid NOT NULL,
    "ContactId" uuid NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "UsedAt" timestamp with time zone,
    CONSTRAINT "PK_CrmUnsubscribeTokens" PRIMARY KEY ("Id")
);


CREATE TABLE "AbpAuditLogActions" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "AuditLogId" uuid NOT NULL,
    "ServiceName" character varying(256),
    "MethodName" character varying(128),
    "Parameters" character varying(2000),
    "ExecutionTime" timestamp with time zone NOT NULL,
    "ExecutionDuration" integer NOT NULL,
    "ExtraProperties" text NOT NULL,
    CONSTRAINT "PK_AbpAuditLogActions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AbpAuditLogActions_AbpAuditLogs_AuditLogId" FOREIGN KEY ("AuditLogId") REFERENCES "AbpAuditLogs" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpEntityChanges" (
    "Id" uuid NOT NULL,
    "AuditLogId" uuid NOT NULL,
    "TenantId" uuid,
    "ChangeTime" timestamp with time zone NOT NULL,
    "ChangeType" smallint NOT NULL,
    "EntityTenantId" uuid,
    "EntityId" character varying(128),
    "EntityTypeFullName" character varying(128) NOT NULL,
    "ExtraProperties" text NOT NULL,
    CONSTRAINT "PK_AbpEntityChanges" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AbpEntityChanges_AbpAuditLogs_AuditLogId" FOREIGN KEY ("AuditLogId") REFERENCES "AbpAuditLogs" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpRoleClaims" (
    "Id" uuid NOT NULL,
    "RoleId" uuid NOT NULL,
    "TenantId" uuid,
    "ClaimType" character varying(256) NOT NULL,
    "ClaimValue" character varying(1024),
    CONSTRAINT "PK_AbpRoleClaims" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AbpRoleClaims_AbpRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AbpRoles" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpTenantConnectionStrings" (
    "TenantId" uuid NOT NULL,
    "Name" character varying(64) NOT NULL,
    "Value" character varying(1024) NOT NULL,
    CONSTRAINT "PK_AbpTenantConnectionStrings" PRIMARY KEY ("TenantId", "Name"),
    CONSTRAINT "FK_AbpTenantConnectionStrings_AbpTenants_TenantId" FOREIGN KEY ("TenantId") REFERENCES "AbpTenants" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserClaims" (
    "Id" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "TenantId" uuid,
    "ClaimType" character varying(256) NOT NULL,
    "ClaimValue" character varying(1024),
    CONSTRAINT "PK_AbpUserClaims" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AbpUserClaims_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserLogins" (
    "UserId" uuid NOT NULL,
    "LoginProvider" character varying(64) NOT NULL,
    "TenantId" uuid,
    "ProviderKey" character varying(196) NOT NULL,
    "ProviderDisplayName" character varying(128),
    CONSTRAINT "PK_AbpUserLogins" PRIMARY KEY ("UserId", "LoginProvider"),
    CONSTRAINT "FK_AbpUserLogins_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserRoles" (
    "UserId" uuid NOT NULL,
    "RoleId" uuid NOT NULL,
    "TenantId" uuid,
    CONSTRAINT "PK_AbpUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AbpUserRoles_AbpRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AbpRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AbpUserRoles_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserTokens" (
    "UserId" uuid NOT NULL,
    "LoginProvider" character varying(64) NOT NULL,
    "Name" character varying(128) NOT NULL,
    "TenantId" uuid,
    "Value" text,
    CONSTRAINT "PK_AbpUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AbpUserTokens_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmContacts" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "FirstName" character varying(100) NOT NULL,
    "LastName" character varying(100) NOT NULL,
    "NameKey" character varying(201) COLLATE "C" NOT NULL,
    "SortName" character varying(201) COLLATE "C" NOT NULL,
    "SearchText" character varying(800) COLLATE "C" NOT NULL,
    "Email" character varying(254),
    "EmailKey" character varying(254),
    "Phone" character varying(40),
    "Country" character varying(2),
    "Language" character varying(35),
    "TimeZone" character varying(64),
    "Position" character varying(200),
    "OrganisationId" uuid,
    "OrganisationName" character varying(200),
    "OrganisationSort" character varying(400) COLLATE "C" NOT NULL,
    "ProfileSlug" character varying(200),
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    "IsDeleted" boolean NOT NULL DEFAULT FALSE,
    "DeleterId" uuid,
    "DeletionTime" timestamp with time zone,
    CONSTRAINT "PK_CrmContacts" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmContacts_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id")
);


CREATE TABLE "CrmOrganisationDomains" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OrganisationId" uuid NOT NULL,
    "Name" character varying(253) NOT NULL,
    CONSTRAINT "PK_CrmOrganisationDomains" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmOrganisationDomains_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmOrganisationOwners" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OrganisationId" uuid NOT NULL,
    "Purpose" character varying(64) NOT NULL,
    "UserId" uuid NOT NULL,
    CONSTRAINT "PK_CrmOrganisationOwners" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmOrganisationOwners_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpEntityPropertyChanges" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "EntityChangeId" uuid NOT NULL,
    "NewValue" character varying(512),
    "OriginalValue" character varying(512),
    "PropertyName" character varying(128) NOT NULL,
    "PropertyTypeFullName" character varying(64) NOT NULL,
    CONSTRAINT "PK_AbpEntityPropertyChanges" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_AbpEntityPropertyChanges_AbpEntityChanges_EntityChangeId" FOREIGN KEY ("EntityChangeId") REFERENCES "AbpEntityChanges" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmAffiliations" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "Position" character varying(200),
    "Since" timestamp with time zone NOT NULL,
    "Until" timestamp with time zone,
    CONSTRAINT "PK_CrmAffiliations" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmAffiliations_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CrmAffiliations_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id")
);


CREATE TABLE "CrmOrigins" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Where" character varying(200),
    "When" timestamp with time zone,
    "ThroughUserId" uuid,
    "Campaign" character varying(100),
    "Source" character varying(200) NOT NULL,
    CONSTRAINT "PK_CrmOrigins" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmOrigins_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmSocialProfiles" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "Channel" character varying(32) NOT NULL,
    "Slug" character varying(200) NOT NULL,
    "Url" character varying(660) NOT NULL,
    "Key" character varying(256) NOT NULL,
    CONSTRAINT "PK_CrmSocialProfiles" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CrmSocialProfiles_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_AbpAuditLogActions_AuditLogId" ON "AbpAuditLogActions" ("AuditLogId");


CREATE INDEX "IX_AbpAuditLogActions_TenantId_ServiceName_MethodName_Executio~" ON "AbpAuditLogActions" ("TenantId", "ServiceName", "MethodName", "ExecutionTime");


CREATE INDEX "IX_AbpAuditLogs_TenantId_ExecutionTime" ON "AbpAuditLogs" ("TenantId", "ExecutionTime");


CREATE INDEX "IX_AbpAuditLogs_TenantId_UserId_ExecutionTime" ON "AbpAuditLogs" ("TenantId", "UserId", "ExecutionTime");


CREATE INDEX "IX_AbpEntityChanges_AuditLogId" ON "AbpEntityChanges" ("AuditLogId");


CREATE INDEX "IX_AbpEntityChanges_TenantId_EntityTypeFullName_EntityId" ON "AbpEntityChanges" ("TenantId", "EntityTypeFullName", "EntityId");


CREATE INDEX "IX_AbpEntityPropertyChanges_EntityChangeId" ON "AbpEntityPropertyChanges" ("EntityChangeId");


CREATE UNIQUE INDEX "IX_AbpPermissionGrants_TenantId_Name_ProviderName_ProviderKey" ON "AbpPermissionGrants" ("TenantId", "Name", "ProviderName", "ProviderKey");


CREATE INDEX "IX_AbpRoleClaims_RoleId" ON "AbpRoleClaims" ("RoleId");


CREATE INDEX "IX_AbpRoles_NormalizedName" ON "AbpRoles" ("NormalizedName");


CREATE UNIQUE INDEX "IX_AbpSettings_Name_ProviderName_ProviderKey" ON "AbpSettings" ("Name", "ProviderName", "ProviderKey");


CREATE INDEX "IX_AbpTenants_Name" ON "AbpTenants" ("Name");


CREATE INDEX "IX_AbpTenants_NormalizedName" ON "AbpTenants" ("NormalizedName");


CREATE INDEX "IX_AbpUserClaims_UserId" ON "AbpUserClaims" ("UserId");


CREATE INDEX "IX_AbpUserLogins_LoginProvider_ProviderKey" ON "AbpUserLogins" ("LoginProvider", "ProviderKey");


CREATE INDEX "IX_AbpUserRoles_RoleId_UserId" ON "AbpUserRoles" ("RoleId", "UserId");


CREATE INDEX "IX_AbpUsers_Email" ON "AbpUsers" ("Email");


CREATE INDEX "IX_AbpUsers_NormalizedEmail" ON "AbpUsers" ("NormalizedEmail");


CREATE INDEX "IX_AbpUsers_NormalizedUserName" ON "AbpUsers" ("NormalizedUserName");


CREATE INDEX "IX_AbpUsers_UserName" ON "AbpUsers" ("UserName");


CREATE INDEX "IX_CrmAffiliations_ContactId" ON "CrmAffiliations" ("ContactId");


CREATE INDEX "IX_CrmAffiliations_OrganisationId" ON "CrmAffiliations" ("OrganisationId");


CREATE UNIQUE INDEX "IX_CrmApiClients_ClientId" ON "CrmApiClients" ("ClientId");


CREATE INDEX "IX_CrmCandidates_EmailKey" ON "CrmCandidates" ("EmailKey");


CREATE UNIQUE INDEX "IX_CrmCandidates_ImportId_PersonKey" ON "CrmCandidates" ("ImportId", "PersonKey");


CREATE INDEX "IX_CrmCandidates_ImportId_Worth_SortName_Id" ON "CrmCandidates" ("ImportId", "Worth" DESC, "SortName", "Id");


CREATE INDEX "IX_CrmCandidates_NameKey" ON "CrmCandidates" ("NameKey");


CREATE INDEX "IX_CrmCandidates_ProfileSlug" ON "CrmCandidates" ("ProfileSlug");


CREATE INDEX "IX_CrmClearanceDecisions_ContactId_At" ON "CrmClearanceDecisions" ("ContactId", "At");


CREATE INDEX "IX_CrmClearanceDecisions_EffectKey" ON "CrmClearanceDecisions" ("EffectKey");


CREATE INDEX "IX_CrmContacts_EmailKey" ON "CrmContacts" ("EmailKey");


CREATE INDEX "IX_CrmContacts_NameKey" ON "CrmContacts" ("NameKey");


CREATE INDEX "IX_CrmContacts_OrganisationId" ON "CrmContacts" ("OrganisationId");


CREATE INDEX "IX_CrmContacts_ProfileSlug" ON "CrmContacts" ("ProfileSlug");


CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_CreationTime_Id" ON "CrmContacts" ("TenantId", "IsDeleted", "CreationTime", "Id");


CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_OrganisationSort_Id" ON "CrmContacts" ("TenantId", "IsDeleted", "OrganisationSort", "Id");


CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_SortName_Id" ON "CrmContacts" ("TenantId", "IsDeleted", "SortName", "Id");


CREATE INDEX "IX_CrmEscalations_OrganisationId" ON "CrmEscalations" ("OrganisationId") WHERE "State" <> 'Ended';


CREATE INDEX "IX_CrmEscalations_OwnerId_State" ON "CrmEscalations" ("OwnerId", "State");


CREATE UNIQUE INDEX "IX_CrmEscalations_RelationshipId_Live" ON "CrmEscalations" ("RelationshipId") WHERE "State" <> 'Ended';


CREATE INDEX "IX_CrmEscalations_RelationshipId_QueuedAt" ON "CrmEscalations" ("RelationshipId", "QueuedAt");


CREATE UNIQUE INDEX "IX_CrmEscalationSignals_EscalationId_Sequence" ON "CrmEscalationSignals" ("EscalationId", "Sequence");


CREATE UNIQUE INDEX "IX_CrmFollowUps_EffectKey" ON "CrmFollowUps" ("EffectKey");


CREATE INDEX "IX_CrmFollowUps_RelationshipId_State" ON "CrmFollowUps" ("RelationshipId", "State");


CREATE INDEX "IX_CrmFollowUps_TenantId_OwnerId_State_DueAt" ON "CrmFollowUps" ("TenantId", "OwnerId", "State", "DueAt");


CREATE INDEX "IX_CrmHolds_TenantId_TargetId_LiftedAt" ON "CrmHolds" ("TenantId", "TargetId", "LiftedAt");


CREATE INDEX "IX_CrmIdempotentRequests_At" ON "CrmIdempotentRequests" ("At");


CREATE UNIQUE INDEX "IX_CrmIdempotentRequests_Key" ON "CrmIdempotentRequests" ("Key");


CREATE INDEX "IX_CrmImportProblems_ImportId_Row" ON "CrmImportProblems" ("ImportId", "Row");


CREATE INDEX "IX_CrmImports_PurgedAt_FinishedAt" ON "CrmImports" ("PurgedAt", "FinishedAt");


CREATE INDEX "IX_CrmImports_Status_ReadingUntil" ON "CrmImports" ("Status", "ReadingUntil");


CREATE INDEX "IX_CrmImports_TenantId_CreationTime" ON "CrmImports" ("TenantId", "CreationTime");


CREATE UNIQUE INDEX "IX_CrmImports_UploadKey" ON "CrmImports" ("UploadKey");


CREATE UNIQUE INDEX "IX_CrmIncomingMails_Key" ON "CrmIncomingMails" ("Key");


CREATE INDEX "IX_CrmIncomingMails_TenantId_ContactId_ReceivedAt" ON "CrmIncomingMails" ("TenantId", "ContactId", "ReceivedAt");


CREATE INDEX "IX_CrmIncomingMails_TenantId_ReceivedAt" ON "CrmIncomingMails" ("TenantId", "ReceivedAt");


CREATE INDEX "IX_CrmJournalEntries_ContactId_At" ON "CrmJournalEntries" ("ContactId", "At");


CREATE INDEX "IX_CrmJournalEntries_TenantId_At" ON "CrmJournalEntries" ("TenantId", "At") WHERE "Key" = 'Journal:GateOverridden';


CREATE UNIQUE INDEX "IX_CrmMailMessages_EffectKey" ON "CrmMailMessages" ("EffectKey");


CREATE INDEX "IX_CrmMailMessages_EscalationId" ON "CrmMailMessages" ("EscalationId");


CREATE INDEX "IX_CrmMailMessages_RelationshipId" ON "CrmMailMessages" ("RelationshipId");


CREATE INDEX "IX_CrmMailMessages_State_NotBefore" ON "CrmMailMessages" ("State", "NotBefore");


CREATE INDEX "IX_CrmMailMessages_TenantId_ContactId_CreationTime" ON "CrmMailMessages" ("TenantId", "ContactId", "CreationTime");


CREATE INDEX "IX_CrmMailMessages_TenantId_CreationTime" ON "CrmMailMessages" ("TenantId", "CreationTime");


CREATE INDEX "IX_CrmMailMessages_TenantId_MessageId" ON "CrmMailMessages" ("TenantId", "MessageId");


CREATE INDEX "IX_CrmMailMessages_TenantId_SenderId_SendingAt" ON "CrmMailMessages" ("TenantId", "SenderId", "SendingAt");


CREATE INDEX "IX_CrmMailMessages_TenantId_State_CreationTime" ON "CrmMailMessages" ("TenantId", "State", "CreationTime");


CREATE UNIQUE INDEX "IX_CrmMailTemplates_Key" ON "CrmMailTemplates" ("Key");


CREATE INDEX "IX_CrmMailTemplates_TenantId_Name" ON "CrmMailTemplates" ("TenantId", "Name");


CREATE INDEX "IX_CrmMeetings_ContactId_Start" ON "CrmMeetings" ("ContactId", "Start");


CREATE INDEX "IX_CrmMeetings_OrganiserId_Start" ON "CrmMeetings" ("OrganiserId", "Start");


CREATE INDEX "IX_CrmMeetings_TenantId_Start" ON "CrmMeetings" ("TenantId", "Start");


CREATE UNIQUE INDEX "IX_CrmMeetings_Uid" ON "CrmMeetings" ("Uid");


CREATE UNIQUE INDEX "IX_CrmOffers_EffectKey" ON "CrmOffers" ("EffectKey");


CREATE INDEX "IX_CrmOffers_EscalationId" ON "CrmOffers" ("EscalationId");


CREATE INDEX "IX_CrmOffers_OwnerId_State" ON "CrmOffers" ("OwnerId", "State");


CREATE INDEX "IX_CrmOffers_State_ExpiresAt" ON "CrmOffers" ("State", "ExpiresAt");


CREATE UNIQUE INDEX "IX_CrmOffers_TokenHash" ON "CrmOffers" ("TokenHash");


CREATE INDEX "IX_CrmOrganisationDomains_Name_TenantId" ON "CrmOrganisationDomains" ("Name", "TenantId");


CREATE INDEX "IX_CrmOrganisationDomains_OrganisationId" ON "CrmOrganisationDomains" ("OrganisationId");


CREATE UNIQUE INDEX "IX_CrmOrganisationOwners_OrganisationId_Purpose" ON "CrmOrganisationOwners" ("OrganisationId", "Purpose");


CREATE INDEX "IX_CrmOrganisationOwners_UserId" ON "CrmOrganisationOwners" ("UserId");


CREATE INDEX "IX_CrmOrganisations_NameKey" ON "CrmOrganisations" ("NameKey");


CREATE INDEX "IX_CrmOrganisations_TenantId_IsDeleted_CreationTime_Id" ON "CrmOrganisations" ("TenantId", "IsDeleted", "CreationTime", "Id");


CREATE INDEX "IX_CrmOrganisations_TenantId_IsDeleted_SortName_Id" ON "CrmOrganisations" ("TenantId", "IsDeleted", "SortName", "Id");


CREATE INDEX "IX_CrmOrigins_ContactId" ON "CrmOrigins" ("ContactId");


CREATE INDEX "IX_CrmOwnerRequests_OrganisationId_AskedBy_State" ON "CrmOwnerRequests" ("OrganisationId", "AskedBy", "State");


CREATE INDEX "IX_CrmOwnerRequests_OwnerId_State_AskedAt" ON "CrmOwnerRequests" ("OwnerId", "State", "AskedAt");


CREATE INDEX "IX_CrmPlaybooks_TenantId_Name" ON "CrmPlaybooks" ("TenantId", "Name");


CREATE UNIQUE INDEX "IX_CrmPlaybookVersions_PlaybookId_Number" ON "CrmPlaybookVersions" ("PlaybookId", "Number");


CREATE UNIQUE INDEX "IX_CrmRelationships_ContactId" ON "CrmRelationships" ("ContactId");


CREATE INDEX "IX_CrmRelationships_OrganisationId" ON "CrmRelationships" ("OrganisationId");


CREATE INDEX "IX_CrmRelationships_TenantId_ContactName" ON "CrmRelationships" ("TenantId", "ContactName");


CREATE INDEX "IX_CrmRelationships_TenantId_LastTouchpointAt" ON "CrmRelationships" ("TenantId", "LastTouchpointAt");


CREATE INDEX "IX_CrmRelationships_TenantId_OwnerId_LastTouchpointAt" ON "CrmRelationships" ("TenantId", "OwnerId", "LastTouchpointAt");


CREATE INDEX "IX_CrmRelationships_TenantId_Stage_LastTouchpointAt" ON "CrmRelationships" ("TenantId", "Stage", "LastTouchpointAt");


CREATE INDEX "IX_CrmRelationships_TenantId_TheirsAtEpoch" ON "CrmRelationships" ("TenantId", "TheirsAtEpoch");


CREATE INDEX "IX_CrmReplies_RelationshipId" ON "CrmReplies" ("RelationshipId") WHERE "Answer" IS NULL;


CREATE INDEX "IX_CrmReplies_TenantId_OwnerId_At" ON "CrmReplies" ("TenantId", "OwnerId", "At");


CREATE UNIQUE INDEX "IX_CrmSigningKeys_KeyId" ON "CrmSigningKeys" ("KeyId");


CREATE INDEX "IX_CrmSocialProfiles_ContactId" ON "CrmSocialProfiles" ("ContactId");


CREATE UNIQUE INDEX "IX_CrmSocialProfiles_Key" ON "CrmSocialProfiles" ("Key");


CREATE INDEX "IX_CrmStartQueues_LookAt" ON "CrmStartQueues" ("LookAt");


CREATE UNIQUE INDEX "IX_CrmStartQueues_OwnerId" ON "CrmStartQueues" ("OwnerId");


CREATE UNIQUE INDEX "IX_CrmStoredFileChunks_FileId_Number" ON "CrmStoredFileChunks" ("FileId", "Number");


CREATE INDEX "IX_CrmSuppressions_ContactId" ON "CrmSuppressions" ("ContactId");


CREATE UNIQUE INDEX "IX_CrmSuppressions_Key" ON "CrmSuppressions" ("Key");


CREATE INDEX "IX_CrmSuppressions_TenantId_IsPendingReview_At" ON "CrmSuppressions" ("TenantId", "IsPendingReview", "At");


CREATE INDEX "IX_CrmTouches_ContactId" ON "CrmTouches" ("ContactId");


CREATE INDEX "IX_CrmTouches_OrganisationId_At" ON "CrmTouches" ("OrganisationId", "At");


CREATE INDEX "IX_CrmTouches_UserId_Channel_At" ON "CrmTouches" ("UserId", "Channel", "At");


CREATE INDEX "IX_CrmTouchpoints_ContactId_At" ON "CrmTouchpoints" ("ContactId", "At");


CREATE UNIQUE INDEX "IX_CrmUnsubscribeTokens_Hash" ON "CrmUnsubscribeTokens" ("Hash");


CREATE INDEX "IX_CrmUnsubscribeTokens_MailMessageId" ON "CrmUnsubscribeTokens" ("MailMessageId");



