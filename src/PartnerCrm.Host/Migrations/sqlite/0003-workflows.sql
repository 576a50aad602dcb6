-- The workflow engine's tables (src/standins/Elsa/Schema). The genuine engine brings its own.
-- The engine's tables. Times are milliseconds since 1970, UTC.
CREATE TABLE "ElsaInstances" (
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
    CONSTRAINT "PK_ElsaInstances" PRIMARY KEY ("Id")
) WITHOUT ROWID;

-- Finds what waits: for a stimulus by hashes, or for a time. What exactly it is stands in the instance's state.
CREATE TABLE "ElsaBookmarks" (
    "Hash" INTEGER NULL,
    "Correlation" INTEGER NULL,
    "Due" INTEGER NULL,
    "Sequence" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL DEFAULT 0,
    "InstanceId" TEXT NOT NULL,
    CONSTRAINT "PK_ElsaBookmarks" PRIMARY KEY ("InstanceId", "Sequence")
) WITHOUT ROWID;
CREATE INDEX "IX_ElsaBookmarks_Hash_Correlation" ON "ElsaBookmarks" ("Hash", "Correlation") WHERE "Hash" IS NOT NULL;
CREATE INDEX "IX_ElsaBookmarks_Due" ON "ElsaBookmarks" ("Due") WHERE "Due" IS NOT NULL;

-- One row a burst: [[milliseconds after At, activity id, type, event, message, payload], …].
CREATE TABLE "ElsaJournal" (
    "At" INTEGER NOT NULL,
    "Burst" INTEGER NOT NULL,
    "InstanceId" TEXT NOT NULL,
    "Lines" TEXT NOT NULL,
    CONSTRAINT "PK_ElsaJournal" PRIMARY KEY ("InstanceId", "Burst")
) WITHOUT ROWID;
