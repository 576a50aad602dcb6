CREATE TABLE "CrmSavedViews" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CrmSavedViews" PRIMARY KEY,
    "TenantId" TEXT NULL,
    "OwnerId" TEXT NOT NULL,
    "List" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Query" TEXT NOT NULL,
    "IsShared" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "ExtraProperties" TEXT NOT NULL,
    "ConcurrencyStamp" TEXT NOT NULL,
    "CreationTime" TEXT NOT NULL,
    "CreatorId" TEXT NULL,
    "LastModificationTime" TEXT NULL,
    "LastModifierId" TEXT NULL
);

CREATE UNIQUE INDEX "IX_CrmSavedViews_Key" ON "CrmSavedViews" ("Key");

CREATE INDEX "IX_CrmSavedViews_TenantId_List_OwnerId" ON "CrmSavedViews" ("TenantId", "List", "OwnerId");
