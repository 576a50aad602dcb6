-- Sessions of people, and what clients may do for them.
CREATE TABLE "CrmAuthorizationGrants" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "UserId" uuid NOT NULL,
    "SessionId" uuid NOT NULL,
    "ClientId" character varying(64) NOT NULL,
    "Scope" character varying(200) NOT NULL,
    "RedirectUri" character varying(300) NOT NULL,
    "CodeChallenge" character varying(64) NOT NULL,
    "Nonce" character varying(256),
    "AuthorizedAt" timestamp with time zone NOT NULL,
    "RedeemedAt" timestamp with time zone,
    "Current" integer NOT NULL,
    "LeewayFrom" integer NOT NULL,
    "LeewaySince" timestamp with time zone,
    "RevokedAt" timestamp with time zone,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    CONSTRAINT "PK_CrmAuthorizationGrants" PRIMARY KEY ("Id")
);
CREATE INDEX "IX_CrmAuthorizationGrants_SessionId" ON "CrmAuthorizationGrants" ("SessionId");

CREATE TABLE "CrmUserSessions" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "UserId" uuid NOT NULL,
    "SecurityStamp" character varying(256) NOT NULL,
    "Device" character varying(100) NOT NULL,
    "IpAddress" character varying(64) NOT NULL,
    "SignedInAt" timestamp with time zone NOT NULL,
    "LastSeenAt" timestamp with time zone NOT NULL,
    "IsRemembered" boolean NOT NULL,
    "EndedAt" timestamp with time zone,
    CONSTRAINT "PK_CrmUserSessions" PRIMARY KEY ("Id")
);
CREATE INDEX "IX_CrmUserSessions_LastSeenAt" ON "CrmUserSessions" ("LastSeenAt");
CREATE INDEX "IX_CrmUserSessions_UserId_LastSeenAt" ON "CrmUserSessions" ("UserId", "LastSeenAt");
