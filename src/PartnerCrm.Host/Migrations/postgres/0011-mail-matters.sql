ALTER TABLE "CrmMailMessages" ADD COLUMN "Matter" character varying(32);

ALTER TABLE "CrmMailMessages" ADD COLUMN "MatterId" uuid;

ALTER TABLE "CrmMailMessages" ADD COLUMN "TriedSince" timestamp with time zone;

ALTER TABLE "CrmMailMessages" ADD COLUMN "IsRevised" boolean NOT NULL DEFAULT FALSE;

-- Keys were offer:ID, meeting-invitation:ID:N and meeting-cancelled:ID:N, the id without hyphens.
UPDATE "CrmMailMessages" SET
    "Matter" = CASE WHEN "EffectKey" LIKE 'offer:%' THEN 'Offer' WHEN "CalendarMethod" = 'CANCEL' THEN 'Cancellation' ELSE 'Invitation' END,
    "MatterId" = split_part("EffectKey", ':', 2)::uuid
WHERE "EffectKey" LIKE 'offer:%' OR "CalendarMethod" IS NOT NULL;

ALTER TABLE "CrmEscalations" RENAME COLUMN "InvitationUntil" TO "MeetingAt";

CREATE INDEX "IX_CrmOffers_TenantId_CreationTime" ON "CrmOffers" ("TenantId", "CreationTime");
