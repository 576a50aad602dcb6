ALTER TABLE "CrmHolds" ADD COLUMN "LeaseUntil" TEXT;

CREATE INDEX "IX_CrmHolds_Until" ON "CrmHolds" ("Until") WHERE "LiftedAt" IS NULL;

ALTER TABLE "CrmTouches" ADD COLUMN "EffectKey" TEXT;

CREATE INDEX "IX_CrmTouches_EffectKey" ON "CrmTouches" ("EffectKey");

ALTER TABLE "CrmRelationships" ADD COLUMN "UnansweredSince" TEXT;
