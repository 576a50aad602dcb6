CREATE TABLE "CrmSavedViews" (
    "Id" uuid NOT NULL,
    "TenantId" uuid,
    "OwnerId" uuid NOT NULL,
    "List" character varying(32) NOT NULL,
    "Name" character varying(100) NOT NULL,
    "Query" character varying(8000) NOT NULL,
    "IsShared" boolean NOT NULL,
    "Key" character varying(300) NOT NULL,
    "ExtraProperties" text NOT NULL,
    "ConcurrencyStamp" character varying(40) NOT NULL,
    "CreationTime" timestamp with time zone NOT NULL,
    "CreatorId" uuid,
    "LastModificationTime" timestamp with time zone,
    "LastModifierId" uuid,
    CONSTRAINT "PK_CrmSavedViews" PRIMARY KEY ("Id")
);

CREATE UNIQUE INDEX "IX_CrmSavedViews_Key" ON "CrmSavedViews" ("Key");

CREATE INDEX "IX_CrmSavedViews_TenantId_List_OwnerId" ON "CrmSavedViews" ("TenantId", "List", "OwnerId");
