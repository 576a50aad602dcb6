CREATE INDEX "IX_CrmOrganisations_TenantId_IsDeleted_LeadOwnerId_SortName_Id" ON "CrmOrganisations" ("TenantId", "IsDeleted", "LeadOwnerId", "SortName", "Id");

CREATE INDEX "IX_CrmOrganisations_TenantId_IsDeleted_Country_SortName_Id" ON "CrmOrganisations" ("TenantId", "IsDeleted", "Country", "SortName", "Id");

CREATE INDEX "IX_CrmOrganisations_SubscriberType" ON "CrmOrganisations" ("TenantId", "IsDeleted", "SubscriberType", "SortName", "Id");

CREATE INDEX "IX_CrmContacts_InTouch" ON "CrmContacts" ("TenantId", "OrganisationId") WHERE "Stage" IN ('Social', 'Email', 'Meeting', 'Partnership') AND "IsDeleted" = FALSE;
