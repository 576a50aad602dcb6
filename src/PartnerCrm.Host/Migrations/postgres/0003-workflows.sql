-- The workflow engine's tables (src/standins/Elsa/Schema). The genuine engine brings its own.
-- The engine's tables. Times are milliseconds since 1970, UTC. Columns are in the order that wastes no padding.
CREATE TABLE "ElsaInstances" (
    "Key" bigint NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "UpdatedAt" bigint NOT NULL,
    "FinishedAt" bigint NULL,
    "Version" integer NOT NULL,
    "Burst" integer NOT NULL,
    "SubStatus" smallint NOT NULL,
    "Id" text NOT NULL,
    "TenantId" text NULL,
    "DefinitionId" text NOT NULL,
    "CorrelationId" text NULL,
    "State" text NOT NULL,
    CONSTRAINT "PK_ElsaInstances" PRIMARY KEY ("Key")
);
CREATE UNIQUE INDEX "IX_ElsaInstances_Id" ON "ElsaInstances" ("Id");

-- Finds what waits: for a stimulus by hashes, or for a time. What exactly it is stands in the instance's state.
CREATE TABLE "ElsaBookmarks" (
    "InstanceKey" bigint NOT NULL,
    "Hash" bigint NULL,
    "Correlation" bigint NULL,
    "Due" bigint NULL,
    "Sequence" integer NOT NULL,
    "Attempts" smallint NOT NULL DEFAULT 0,
    CONSTRAINT "PK_ElsaBookmarks" PRIMARY KEY ("InstanceKey", "Sequence")
);
CREATE INDEX "IX_ElsaBookmarks_Hash_Correlation" ON "ElsaBookmarks" ("Hash", "Correlation") WHERE "Hash" IS NOT NULL;
CREATE INDEX "IX_ElsaBookmarks_Due" ON "ElsaBookmarks" ("Due") WHERE "Due" IS NOT NULL;

-- One row a burst: [[milliseconds after At, activity id, type, event, message, payload], …].
CREATE TABLE "ElsaJournal" (
    "InstanceKey" bigint NOT NULL,
    "At" bigint NOT NULL,
    "Burst" integer NOT NULL,
    "Lines" text NOT NULL,
    CONSTRAINT "PK_ElsaJournal" PRIMARY KEY ("InstanceKey", "Burst")
);
