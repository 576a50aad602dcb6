ALTER TABLE "CrmHolds" ADD COLUMN "LeaseUntil" timestamp with time zone;

CREATE INDEX "IX_CrmHolds_Until" ON "CrmHolds" ("Until") WHERE "LiftedAt" IS NULL;

ALTER TABLE "CrmTouches" ADD COLUMN "EffectKey" character varying(128);

CREATE INDEX "IX_CrmTouches_EffectKey" ON "CrmTouches" ("EffectKey");

ALTER TABLE "CrmRelationships" ADD COLUMN "UnansweredSince" timestamp with time zone;
