-- Sessions of people, and what clients may do for them.
CREATE TABLE "CrmAuthorizationGrants" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmAuthorizationGrants" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "SessionId" TEXT NOT NULL,
    "ClientId" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "RedirectUri" TEXT NOT NULL,
    "CodeChallenge" TEXT NOT NULL,
    "Nonce" TEXT NULL,
    "AuthorizedAt" TEXT NOT NULL,
    "RedeemedAt" TEXT NULL,
    "Current" INTEGER NOT NULL,
    "LeewayFrom" INTEGER NOT NULL,
    "LeewaySince" TEXT NULL,
    "RevokedAt" TEXT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL
);
CREATE INDEX "IX_CrmAuthorizationGrants_SessionId" ON "CrmAuthorizationGrants" ("SessionId");

CREATE TABLE "CrmUserSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmUserSessions" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "SecurityStamp" TEXT NOT NULL,
    "Device" TEXT NOT NULL,
    "IpAddress" TEXT NOT NULL,
    "SignedInAt" TEXT NOT NULL,
    "LastSeenAt" TEXT NOT NULL,
    "IsRemembered" INTEGER NOT NULL,
    "EndedAt" TEXT NULL
);
CREATE INDEX "IX_CrmUserSessions_LastSeenAt" ON "CrmUserSessions" ("LastSeenAt");
CREATE INDEX "IX_CrmUserSessions_UserId_LastSeenAt" ON "CrmUserSessions" ("UserId", "LastSeenAt");
