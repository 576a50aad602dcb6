-- The model's tables, as `PartnerCrm.Host schema` printed them.
CREATE TABLE "AbpAuditLogs" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpAuditLogs" PRIMARY KEY,
    "ApplicationName" TEXT NULL,
    "UserId" TEXT NULL,
    "UserName" TEXT NULL,
    "TenantId" TEXT NULL,
    "TenantName" TEXT NULL,
    "ImpersonatorUserId" TEXT NULL,
    "ImpersonatorUserName" TEXT NULL,
    "ImpersonatorTenantId" TEXT NULL,
    "ImpersonatorTenantName" TEXT NULL,
    "ExecutionTime" TEXT NOT NULL,
    "ExecutionDuration" INTEGER NOT NULL,
    "ClientIpAddress" TEXT NULL,
    "ClientName" TEXT NULL,
    "ClientId" TEXT NULL,
    "CorrelationId" TEXT NULL,
    "BrowserInfo" TEXT NULL,
    "HttpMethod" TEXT NULL,
    "Url" TEXT NULL,
    "Exceptions" TEXT NULL,
    "Comments" TEXT NULL,
    "HttpStatusCode" INTEGER NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);


CREATE TABLE "AbpPermissionGrants" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpPermissionGrants" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "ProviderName" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL
);


CREATE TABLE "AbpRoles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpRoles" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "NormalizedName" TEXT NOT NULL,
    "IsDefault" INTEGER NOT NULL,
    "IsStatic" INTEGER NOT NULL,
    "IsPublic" INTEGER NOT NULL,
    "EntityVersion" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);


CREATE TABLE "AbpSettings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpSettings" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "ProviderName" TEXT NULL,
    "ProviderKey" TEXT NULL
);


CREATE TABLE "AbpTenants" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpTenants" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "NormalizedName" TEXT NOT NULL,
    "EntityVersion" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "AbpUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpUsers" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "UserName" TEXT NOT NULL,
    "NormalizedUserName" TEXT NOT NULL,
    "Name" TEXT NULL,
    "Surname" TEXT NULL,
    "Email" TEXT NOT NULL,
    "NormalizedEmail" TEXT NOT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "IsExternal" INTEGER NOT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "IsActive" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL,
    "ShouldChangePasswordOnNextLogin" INTEGER NOT NULL,
    "LastPasswordChangeTime" TEXT NULL,
    "EntityVersion" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmApiClients" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmApiClients" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ClientId" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "SecretHash" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "IsActive" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmCandidates" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmCandidates" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ImportId" TEXT NOT NULL,
    "Row" INTEGER NOT NULL,
    "FirstName" TEXT NOT NULL,
    "LastName" TEXT NOT NULL,
    "Email" TEXT NULL,
    "EmailKey" TEXT NULL,
    "ProfileSlug" TEXT NULL,
    "OrganisationName" TEXT NULL,
    "Position" TEXT NULL,
    "Phone" TEXT NULL,
    "Country" TEXT NULL,
    "ConnectedOn" TEXT NULL,
    "AttendedAt" TEXT NULL,
    "Minutes" INTEGER NULL,
    "PersonKey" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "SortName" TEXT NOT NULL,
    "Certainty" TEXT NOT NULL,
    "ContactId" TEXT NULL,
    "Suggestions" TEXT NULL,
    "OwnerId" TEXT NULL,
    "IsSuppressed" INTEGER NOT NULL,
    "IsElsewhere" INTEGER NOT NULL,
    "Worth" INTEGER NOT NULL,
    "PickedAt" TEXT NULL
);


CREATE TABLE "CrmClearanceDecisions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmClearanceDecisions" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "EffectKey" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "Verdict" TEXT NOT NULL,
    "Reasons" TEXT NOT NULL,
    "RuleSet" TEXT NOT NULL,
    "At" TEXT NOT NULL
);


CREATE TABLE "CrmContactBases" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmContactBases" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OrganisationId" TEXT NULL,
    "HasEmail" INTEGER NOT NULL,
    "Country" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "NoticeDueAt" TEXT NULL,
    "NoticeGivenAt" TEXT NULL
);


CREATE TABLE "CrmEscalations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmEscalations" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "RelationshipId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "OwnerId" TEXT NOT NULL,
    "PlaybookId" TEXT NOT NULL,
    "PlaybookVersionId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "WaitingFor" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Run" INTEGER NOT NULL,
    "DueAt" TEXT NULL,
    "TouchedAt" TEXT NULL,
    "MeetingId" TEXT NULL,
    "InvitationUntil" TEXT NULL,
    "QueuedAt" TEXT NOT NULL,
    "NotBefore" TEXT NULL,
    "StartedAt" TEXT NULL,
    "PausedAt" TEXT NULL,
    "PausedBecause" TEXT NULL,
    "IsPausedByPerson" INTEGER NOT NULL,
    "HeldBy" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndReason" TEXT NULL,
    "LastSequence" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);


CREATE TABLE "CrmEscalationSignals" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmEscalationSignals" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "EscalationId" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "LeaseUntil" TEXT NULL
);


CREATE TABLE "CrmFollowUps" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmFollowUps" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OwnerId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "RelationshipId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "EscalationId" TEXT NULL,
    "AboutId" TEXT NULL,
    "TitleKey" TEXT NOT NULL,
    "TitleData" TEXT NOT NULL,
    "SuggestedText" TEXT NULL,
    "DueAt" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "DoneAt" TEXT NULL,
    "Answer" TEXT NULL,
    "Note" TEXT NULL,
    "EffectKey" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);


CREATE TABLE "CrmHolds" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmHolds" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Scope" TEXT NOT NULL,
    "TargetId" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "Until" TEXT NULL,
    "LiftedAt" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL
);


CREATE TABLE "CrmIdempotentRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmIdempotentRequests" PRIMARY KEY,
    "Key" TEXT NOT NULL,
    "BodyHash" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "ContentType" TEXT NULL,
    "Location" TEXT NULL,
    "Answer" BLOB NULL,
    "At" TEXT NOT NULL
);


CREATE TABLE "CrmImportProblems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmImportProblems" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ImportId" TEXT NOT NULL,
    "Row" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Excerpt" TEXT NOT NULL
);


CREATE TABLE "CrmImports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmImports" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "FileId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "EventName" TEXT NULL,
    "EventDate" TEXT NULL,
    "Status" TEXT NOT NULL,
    "Failure" TEXT NULL,
    "FailureRow" INTEGER NULL,
    "Position" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "ReadingUntil" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "FinishedAt" TEXT NULL,
    "PurgedAt" TEXT NULL,
    "UploadKey" TEXT NOT NULL,
    "Candidates" INTEGER NOT NULL,
    "DidNotAttend" INTEGER NOT NULL,
    "Duplicates" INTEGER NOT NULL,
    "Elsewhere" INTEGER NOT NULL,
    "Hidden" INTEGER NOT NULL,
    "HostsAndPanelists" INTEGER NOT NULL,
    "Known" INTEGER NOT NULL,
    "Picked" INTEGER NOT NULL,
    "Problems" INTEGER NOT NULL,
    "Rows" INTEGER NOT NULL,
    "Suppressed" INTEGER NOT NULL,
    "WithColleagues" INTEGER NOT NULL,
    "WithEmail" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL
);


CREATE TABLE "CrmIncomingMails" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmIncomingMails" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Key" TEXT NOT NULL,
    "MessageId" TEXT NULL,
    "From" TEXT NULL,
    "FromName" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Excerpt" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "MailMessageId" TEXT NULL,
    "ContactId" TEXT NULL,
    "RelationshipId" TEXT NULL,
    "EscalationId" TEXT NULL,
    "Objection" TEXT NULL,
    "BackOn" TEXT NULL,
    "Status" TEXT NULL,
    "Problem" TEXT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "ProcessedAt" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmJournalEntries" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmJournalEntries" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "RelationshipId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "EscalationId" TEXT NULL,
    "UserId" TEXT NULL,
    "At" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Data" TEXT NOT NULL
);


CREATE TABLE "CrmMailMessages" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmMailMessages" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "EffectKey" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "SenderId" TEXT NOT NULL,
    "RelationshipId" TEXT NULL,
    "EscalationId" TEXT NULL,
    "Purpose" TEXT NOT NULL,
    "IsCold" INTEGER NOT NULL,
    "Template" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "ToAddress" TEXT NOT NULL,
    "ToName" TEXT NOT NULL,
    "FromAddress" TEXT NOT NULL,
    "FromName" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Html" TEXT NOT NULL,
    "CalendarMethod" TEXT NULL,
    "Calendar" TEXT NULL,
    "DetailsFrom" TEXT NULL,
    "CarriesNotice" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "NotBefore" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "SendingAt" TEXT NULL,
    "SentAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "MessageId" TEXT NULL,
    "References" TEXT NULL,
    "Decision" TEXT NULL,
    "Problem" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmMailSources" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmMailSources" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Mime" BLOB NOT NULL
);


CREATE TABLE "CrmMailTemplates" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmMailTemplates" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Html" TEXT NULL,
    "Key" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmMeetings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmMeetings" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Uid" TEXT NOT NULL,
    "Sequence" INTEGER NOT NULL,
    "OrganiserId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "RelationshipId" TEXT NOT NULL,
    "EscalationId" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Location" TEXT NULL,
    "Start" TEXT NOT NULL,
    "End" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "LastReplyStamp" TEXT NULL,
    "Outcome" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmOffers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOffers" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "EffectKey" TEXT NOT NULL,
    "TokenHash" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "RelationshipId" TEXT NOT NULL,
    "EscalationId" TEXT NULL,
    "FirstTime" TEXT NOT NULL,
    "SecondTime" TEXT NOT NULL,
    "ThirdTime" TEXT NOT NULL,
    "Duration" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "MeetingId" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL
);


CREATE TABLE "CrmOrganisations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOrganisations" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "SortName" TEXT NOT NULL,
    "SearchText" TEXT NOT NULL,
    "Country" TEXT NULL,
    "SubscriberType" TEXT NOT NULL,
    "LeadOwnerId" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmOrganisationStandings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOrganisationStandings" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "SubscriberType" TEXT NOT NULL,
    "LeadOwnerId" TEXT NULL,
    "ClaimedBy" TEXT NULL,
    "ClaimedUntil" TEXT NULL
);


CREATE TABLE "CrmOwnerRequests" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOwnerRequests" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "AskedBy" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Note" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "GrantedUntil" TEXT NULL
);


CREATE TABLE "CrmPlaybooks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmPlaybooks" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "LatestVersion" INTEGER NOT NULL,
    "LatestVersionId" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL
);


CREATE TABLE "CrmPlaybookVersions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmPlaybookVersions" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "PlaybookId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "StepsJson" TEXT NOT NULL,
    "PublishedAt" TEXT NOT NULL
);


CREATE TABLE "CrmRelationships" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmRelationships" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "ContactName" TEXT NOT NULL,
    "FirstName" TEXT NOT NULL,
    "Position" TEXT NULL,
    "OrganisationId" TEXT NULL,
    "OrganisationName" TEXT NULL,
    "OwnerId" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "Rung" TEXT NOT NULL,
    "RestingUntil" TEXT NULL,
    "ClosedBecause" TEXT NULL,
    "OpenGate" TEXT NULL,
    "OverrideReason" TEXT NULL,
    "TheirsAtEpoch" REAL NOT NULL,
    "OursAtEpoch" REAL NOT NULL,
    "Unanswered" INTEGER NOT NULL,
    "LastTouchpointAt" TEXT NULL,
    "InterestedAt" TEXT NULL,
    "WroteAt" TEXT NULL,
    "MetAt" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL
);


CREATE TABLE "CrmReplies" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmReplies" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "RelationshipId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "EscalationId" TEXT NULL,
    "TouchpointId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Excerpt" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "Until" TEXT NULL,
    "Note" TEXT NULL,
    "TriagedAt" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);


CREATE TABLE "CrmSigningKeys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmSigningKeys" PRIMARY KEY,
    "KeyId" TEXT NOT NULL,
    "SealedPrivateKey" BLOB NOT NULL,
    "CreatedAt" TEXT NOT NULL
);


CREATE TABLE "CrmStartQueues" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmStartQueues" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OwnerId" TEXT NOT NULL,
    "LookAt" TEXT NULL,
    "LeaseUntil" TEXT NULL
);


CREATE TABLE "CrmStoredFileChunks" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmStoredFileChunks" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "FileId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Content" BLOB NOT NULL
);


CREATE TABLE "CrmStoredFiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmStoredFiles" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL
);


CREATE TABLE "CrmSuppressions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmSuppressions" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NULL,
    "Key" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Words" TEXT NULL,
    "At" TEXT NOT NULL,
    "IsPendingReview" INTEGER NOT NULL,
    "LiftedAt" TEXT NULL
);


CREATE TABLE "CrmTouches" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmTouches" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "OrganisationId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "IsCold" INTEGER NOT NULL,
    "At" TEXT NOT NULL
);


CREATE TABLE "CrmTouchpoints" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmTouchpoints" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "RelationshipId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Direction" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Weight" REAL NOT NULL,
    "At" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "IsInterested" INTEGER NOT NULL
);


CREATE TABLE "CrmUnsubscribeTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmUnsubscribeTokens" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "Hash" TEXT NOT NULL,
    "MailMessageId" TEXT NOT NULL,
    "ContactId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL
);


CREATE TABLE "AbpAuditLogActions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpAuditLogActions" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "AuditLogId" TEXT NOT NULL,
    "ServiceName" TEXT NULL,
    "MethodName" TEXT NULL,
    "Parameters" TEXT NULL,
    "ExecutionTime" TEXT NOT NULL,
    "ExecutionDuration" INTEGER NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    CONSTRAINT "FK_AbpAuditLogActions_AbpAuditLogs_AuditLogId" FOREIGN KEY ("AuditLogId") REFERENCES "AbpAuditLogs" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpEntityChanges" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpEntityChanges" PRIMARY KEY,
    "AuditLogId" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "ChangeTime" TEXT NOT NULL,
    "ChangeType" INTEGER NOT NULL,
    "EntityTenantId" TEXT NULL,
    "EntityId" TEXT NULL,
    "EntityTypeFullName" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    CONSTRAINT "FK_AbpEntityChanges_AbpAuditLogs_AuditLogId" FOREIGN KEY ("AuditLogId") REFERENCES "AbpAuditLogs" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpRoleClaims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpRoleClaims" PRIMARY KEY,
    "RoleId" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "ClaimType" TEXT NOT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AbpRoleClaims_AbpRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AbpRoles" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpTenantConnectionStrings" (
    "TenantId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    CONSTRAINT "PK_AbpTenantConnectionStrings" PRIMARY KEY ("TenantId", "Name"),
    CONSTRAINT "FK_AbpTenantConnectionStrings_AbpTenants_TenantId" FOREIGN KEY ("TenantId") REFERENCES "AbpTenants" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserClaims" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpUserClaims" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "ClaimType" TEXT NOT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AbpUserClaims_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserLogins" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    CONSTRAINT "PK_AbpUserLogins" PRIMARY KEY ("UserId", "LoginProvider"),
    CONSTRAINT "FK_AbpUserLogins_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserRoles" (
    "UserId" TEXT NOT NULL,
    "RoleId" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    CONSTRAINT "PK_AbpUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AbpUserRoles_AbpRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AbpRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AbpUserRoles_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AbpUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AbpUserTokens_AbpUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AbpUsers" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmContacts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmContacts" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "FirstName" TEXT NOT NULL,
    "LastName" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "SortName" TEXT NOT NULL,
    "SearchText" TEXT NOT NULL,
    "Email" TEXT NULL,
    "EmailKey" TEXT NULL,
    "Phone" TEXT NULL,
    "Country" TEXT NULL,
    "Language" TEXT NULL,
    "TimeZone" TEXT NULL,
    "Position" TEXT NULL,
    "OrganisationId" TEXT NULL,
    "OrganisationName" TEXT NULL,
    "OrganisationSort" TEXT NOT NULL,
    "ProfileSlug" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL,
    "IsDeleted" INTEGER NOT NULL DEFAULT 0,
    "DeleterId" TEXT NULL,
    "DeletionTime" TEXT NULL,
    CONSTRAINT "FK_CrmContacts_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id")
);


CREATE TABLE "CrmOrganisationDomains" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOrganisationDomains" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OrganisationId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "FK_CrmOrganisationDomains_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmOrganisationOwners" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOrganisationOwners" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OrganisationId" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "FK_CrmOrganisationOwners_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id") ON DELETE CASCADE
);


CREATE TABLE "AbpEntityPropertyChanges" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpEntityPropertyChanges" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "EntityChangeId" TEXT NOT NULL,
    "NewValue" TEXT NULL,
    "OriginalValue" TEXT NULL,
    "PropertyName" TEXT NOT NULL,
    "PropertyTypeFullName" TEXT NOT NULL,
    CONSTRAINT "FK_AbpEntityPropertyChanges_AbpEntityChanges_EntityChangeId" FOREIGN KEY ("EntityChangeId") REFERENCES "AbpEntityChanges" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmAffiliations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmAffiliations" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "Position" TEXT NULL,
    "Since" TEXT NOT NULL,
    "Until" TEXT NULL,
    CONSTRAINT "FK_CrmAffiliations_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_CrmAffiliations_CrmOrganisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "CrmOrganisations" ("Id")
);


CREATE TABLE "CrmOrigins" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmOrigins" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Where" TEXT NULL,
    "When" TEXT NULL,
    "ThroughUserId" TEXT NULL,
    "Campaign" TEXT NULL,
    "Source" TEXT NOT NULL,
    CONSTRAINT "FK_CrmOrigins_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE
);


CREATE TABLE "CrmSocialProfiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmSocialProfiles" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    CONSTRAINT "FK_CrmSocialProfiles_CrmContacts_ContactId" FOREIGN KEY ("ContactId") REFERENCES "CrmContacts" ("Id") ON DELETE CASCADE
);


CREATE INDEX "IX_AbpAuditLogActions_AuditLogId" ON "AbpAuditLogActions" ("AuditLogId");


CREATE INDEX "IX_AbpAuditLogActions_TenantId_ServiceName_MethodName_ExecutionTime" ON "AbpAuditLogActions" ("TenantId", "ServiceName", "MethodName", "ExecutionTime");


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



