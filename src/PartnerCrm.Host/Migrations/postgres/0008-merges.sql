CREATE TABLE "CrmContactMerges" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "ContactId" uuid NOT NULL,
    "MergedId" uuid NOT NULL,
    "Name" character varying(201) NOT NULL,
    "Email" character varying(254),
    "EmailKey" character varying(254),
    "UserId" uuid,
    "At" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CrmContactMerges" PRIMARY KEY ("Id")
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
