-- CrmContacts: folded text, found by any three letters in a row. The index is keyed by a number of its own, because a row's implicit number
-- may change when the database is vacuumed. Only rows that aren't deleted are in it.
CREATE TABLE "CrmContactNumbers" ("Number" INTEGER NOT NULL CONSTRAINT "PK_CrmContactNumbers" PRIMARY KEY, "ContactId" TEXT NOT NULL, "TenantId" TEXT NULL);
CREATE UNIQUE INDEX "IX_CrmContactNumbers_ContactId" ON "CrmContactNumbers" ("ContactId");
CREATE VIRTUAL TABLE "CrmContactTexts" USING fts5("SearchText", content='', contentless_delete=1, tokenize='trigram');

CREATE TRIGGER "TR_CrmContacts_TextInsert" AFTER INSERT ON "CrmContacts" WHEN NEW."IsDeleted" = 0
BEGIN
    INSERT INTO "CrmContactNumbers" ("ContactId", "TenantId") VALUES (NEW."Id", NEW."TenantId");
    INSERT INTO "CrmContactTexts" (rowid, "SearchText") SELECT "Number", NEW."SearchText" FROM "CrmContactNumbers" WHERE "ContactId" = NEW."Id";
END;

CREATE TRIGGER "TR_CrmContacts_TextUpdate" AFTER UPDATE OF "SearchText", "IsDeleted" ON "CrmContacts"
WHEN NEW."SearchText" <> OLD."SearchText" OR NEW."IsDeleted" <> OLD."IsDeleted"
BEGIN
    DELETE FROM "CrmContactTexts" WHERE rowid = (SELECT "Number" FROM "CrmContactNumbers" WHERE "ContactId" = OLD."Id");
    DELETE FROM "CrmContactNumbers" WHERE "ContactId" = OLD."Id" AND NEW."IsDeleted" = 1;
    INSERT OR IGNORE INTO "CrmContactNumbers" ("ContactId", "TenantId") SELECT NEW."Id", NEW."TenantId" WHERE NEW."IsDeleted" = 0;
    INSERT INTO "CrmContactTexts" (rowid, "SearchText") SELECT "Number", NEW."SearchText" FROM "CrmContactNumbers" WHERE "ContactId" = NEW."Id";
END;

CREATE TRIGGER "TR_CrmContacts_TextDelete" AFTER DELETE ON "CrmContacts"
BEGIN
    DELETE FROM "CrmContactTexts" WHERE rowid = (SELECT "Number" FROM "CrmContactNumbers" WHERE "ContactId" = OLD."Id");
    DELETE FROM "CrmContactNumbers" WHERE "ContactId" = OLD."Id";
END;

-- CrmOrganisations: folded text, found by any three letters in a row. The index is keyed by a number of its own, because a row's implicit number
-- may change when the database is vacuumed. Only rows that aren't deleted are in it.
CREATE TABLE "CrmOrganisationNumbers" ("Number" INTEGER NOT NULL CONSTRAINT "PK_CrmOrganisationNumbers" PRIMARY KEY, "OrganisationId" TEXT NOT NULL, "TenantId" TEXT NULL);
CREATE UNIQUE INDEX "IX_CrmOrganisationNumbers_OrganisationId" ON "CrmOrganisationNumbers" ("OrganisationId");
CREATE VIRTUAL TABLE "CrmOrganisationTexts" USING fts5("SearchText", content='', contentless_delete=1, tokenize='trigram');

CREATE TRIGGER "TR_CrmOrganisations_TextInsert" AFTER INSERT ON "CrmOrganisations" WHEN NEW."IsDeleted" = 0
BEGIN
    INSERT INTO "CrmOrganisationNumbers" ("OrganisationId", "TenantId") VALUES (NEW."Id", NEW."TenantId");
    INSERT INTO "CrmOrganisationTexts" (rowid, "SearchText") SELECT "Number", NEW."SearchText" FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = NEW."Id";
END;

CREATE TRIGGER "TR_CrmOrganisations_TextUpdate" AFTER UPDATE OF "SearchText", "IsDeleted" ON "CrmOrganisations"
WHEN NEW."SearchText" <> OLD."SearchText" OR NEW."IsDeleted" <> OLD."IsDeleted"
BEGIN
    DELETE FROM "CrmOrganisationTexts" WHERE rowid = (SELECT "Number" FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = OLD."Id");
    DELETE FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = OLD."Id" AND NEW."IsDeleted" = 1;
    INSERT OR IGNORE INTO "CrmOrganisationNumbers" ("OrganisationId", "TenantId") SELECT NEW."Id", NEW."TenantId" WHERE NEW."IsDeleted" = 0;
    INSERT INTO "CrmOrganisationTexts" (rowid, "SearchText") SELECT "Number", NEW."SearchText" FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = NEW."Id";
END;

CREATE TRIGGER "TR_CrmOrganisations_TextDelete" AFTER DELETE ON "CrmOrganisations"
BEGIN
    DELETE FROM "CrmOrganisationTexts" WHERE rowid = (SELECT "Number" FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = OLD."Id");
    DELETE FROM "CrmOrganisationNumbers" WHERE "OrganisationId" = OLD."Id";
END;
