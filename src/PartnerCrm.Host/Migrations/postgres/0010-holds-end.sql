ALTER TABLE "CrmHolds" ADD COLUMN "LeaseUntil" timestamp with time zone;

CREATE INDEX "IX_CrmHolds_Until" ON "CrmHolds" ("Until") WHERE "LiftedAt" IS NULL;

ALTER TABLE "CrmRelationships" ADD COLUMN "UnansweredSince" timestamp with time zone;
