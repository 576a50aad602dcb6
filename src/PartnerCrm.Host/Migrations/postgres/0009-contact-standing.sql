ALTER TABLE "CrmContacts" ADD COLUMN "Stage" character varying(32);

ALTER TABLE "CrmContacts" ADD COLUMN "OwnerId" uuid;

ALTER TABLE "CrmContacts" ADD COLUMN "LastTouchedAt" timestamp with time zone;

UPDATE "CrmContacts" SET
    "Stage" = (SELECT r."Stage" FROM "CrmRelationships" r WHERE r."ContactId" = "CrmContacts"."Id"),
    "OwnerId" = (SELECT r."OwnerId" FROM "CrmRelationships" r WHERE r."ContactId" = "CrmContacts"."Id"),
    "LastTouchedAt" = (SELECT r."LastTouchpointAt" FROM "CrmRelationships" r WHERE r."ContactId" = "CrmContacts"."Id");

CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_Stage_SortName_Id" ON "CrmContacts" ("TenantId", "IsDeleted", "Stage", "SortName", "Id");

CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_OwnerId_SortName_Id" ON "CrmContacts" ("TenantId", "IsDeleted", "OwnerId", "SortName", "Id");

CREATE INDEX "IX_CrmContacts_TenantId_IsDeleted_LastTouchedAt" ON "CrmContacts" ("TenantId", "IsDeleted", "LastTouchedAt");

CREATE INDEX "IX_CrmContacts_WithEmail" ON "CrmContacts" ("TenantId", "SortName", "Id") WHERE "EmailKey" IS NOT NULL AND "IsDeleted" = FALSE;

CREATE INDEX "IX_CrmOrigins_TenantId_Channel_ContactId" ON "CrmOrigins" ("TenantId", "Channel", "ContactId");
