CREATE TABLE "CrmContactMerges" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmContactMerges" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "ContactId" TEXT NOT NULL,
    "MergedId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Email" TEXT NULL,
    "EmailKey" TEXT NULL,
    "UserId" TEXT NULL,
    "At" TEXT NOT NULL
);

CREATE INDEX "IX_CrmContactMerges_ContactId" ON "CrmContactMerges" ("ContactId");

CREATE INDEX "IX_CrmContactMerges_EmailKey" ON "CrmContactMerges" ("EmailKey");

CREATE UNIQUE INDEX "IX_CrmContactMerges_MergedId" ON "CrmContactMerges" ("MergedId");

DROP INDEX "IX_CrmReplies_RelationshipId";

CREATE INDEX "IX_CrmReplies_RelationshipId" ON "CrmReplies" ("RelationshipId");

CREATE INDEX "IX_CrmOwnerRequests_ContactId" ON "CrmOwnerRequests" ("ContactId");

CREATE INDEX "IX_CrmOffers_ContactId" ON "CrmOffers" ("ContactId");

CREATE INDEX "IX_CrmUnsubscribeTokens_ContactId" ON "CrmUnsubscribeTokens" ("ContactId");

CREATE INDEX "IX_CrmCandidates_ContactId" ON "CrmCandidates" ("ContactId") WHERE "ContactId" IS NOT NULL;

CREATE INDEX "IX_CrmCandidates_SameAsContactId" ON "CrmCandidates" ("SameAsContactId") WHERE "SameAsContactId" IS NOT NULL;
