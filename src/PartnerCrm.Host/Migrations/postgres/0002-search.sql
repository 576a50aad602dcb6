-- Folded text, found by any three letters in a row.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "IX_CrmContacts_SearchText" ON "CrmContacts" USING gin ("SearchText" gin_trgm_ops);
CREATE INDEX "IX_CrmOrganisations_SearchText" ON "CrmOrganisations" USING gin ("SearchText" gin_trgm_ops);
