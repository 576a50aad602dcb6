ALTER TABLE "CrmMailMessages" ADD COLUMN "Matter" TEXT;

ALTER TABLE "CrmMailMessages" ADD COLUMN "MatterId" TEXT;

ALTER TABLE "CrmMailMessages" ADD COLUMN "TriedSince" TEXT;

ALTER TABLE "CrmMailMessages" ADD COLUMN "IsRevised" INTEGER NOT NULL DEFAULT 0;

-- Keys were offer:ID, meeting-invitation:ID:N and meeting-cancelled:ID:N, the id without hyphens.
UPDATE "CrmMailMessages" SET
    "Matter" = CASE WHEN "EffectKey" LIKE 'offer:%' THEN 'Offer' WHEN "CalendarMethod" = 'CANCEL' THEN 'Cancellation' ELSE 'Invitation' END,
    "MatterId" = upper(substr("EffectKey", instr("EffectKey", ':') + 1, 8)
        || '-' || substr("EffectKey", instr("EffectKey", ':') + 9, 4)
        || '-' || substr("EffectKey", instr("EffectKey", ':') + 13, 4)
        || '-' || substr("EffectKey", instr("EffectKey", ':') + 17, 4)
        || '-' || substr("EffectKey", instr("EffectKey", ':') + 21, 12))
WHERE "EffectKey" LIKE 'offer:%' OR "CalendarMethod" IS NOT NULL;

ALTER TABLE "CrmEscalations" RENAME COLUMN "InvitationUntil" TO "MeetingAt";

CREATE INDEX "IX_CrmOffers_TenantId_CreationTime" ON "CrmOffers" ("TenantId", "CreationTime");
