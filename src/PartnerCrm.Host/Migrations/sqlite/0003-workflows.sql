-- The workflow engine's tables (src/standins/Elsa/Schema). The genuine engine brings its own.
-- The engine's tables. Times are milliseconds since 1970, UTC.
CREATE TABLE "ElsaInstances" (
    "Key" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "FinishedAt" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Burst" INTEGER NOT NULL,
    "SubStatus" INTEGER NOT NULL,
    "Id" TEXT NOT NULL,
    "TenantId" TEXT NULL,
    "DefinitionId" TEXT NOT NULL,
    "CorrelationId" TEXT NULL,
    "State" TEXT NOT NULL,
    CONSTRAINT "PK_ElsaInstances" PRIMARY KEY ("Key")
);
CREATE UNIQUE INDEX "IX_ElsaInstances_Id" ON "ElsaInstances" ("Id");

-- Finds what waits: for a stimulus by hashes, or for a time. What exactly it is stands in the instance's state.
CREATE TABLE "ElsaBookmarks" (
    "InstanceKey" INTEGER NOT NULL,
    "Hash" INTEGER NULL,
    "Correlation" INTEGER NULL,
    "Due" INTEGER NULL,
    "Sequence" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_ElsaBookmarks" PRIMARY KEY ("InstanceKey", "Sequence")
) WITHOUT ROWID;
CREATE INDEX "IX_ElsaBookmarks_Hash_Correlation" ON "ElsaBookmarks" ("Hash", "Correlation") WHERE "Hash" IS NOT NULL;
CREATE INDEX "IX_ElsaBookmarks_Due" ON "ElsaBookmarks" ("Due") WHERE "Due" IS NOT NULL;

-- One row a burst: [[milliseconds after At, activity id, type, event, message, payload], …].
CREATE TABLE "ElsaJournal" (
    "InstanceKey" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "Burst" INTEGER NOT NULL,
    "Lines" TEXT NOT NULL,
    CONSTRAINT "PK_ElsaJournal" PRIMARY KEY ("InstanceKey", "Burst")
) WITHOUT ROWID;
