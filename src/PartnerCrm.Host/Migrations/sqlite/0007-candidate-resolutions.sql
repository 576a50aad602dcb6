ALTER TABLE "CrmCandidates" ADD COLUMN "Resolution" TEXT;

ALTER TABLE "CrmCandidates" ADD COLUMN "SameAsContactId" TEXT;

ALTER TABLE "CrmCandidates" ADD COLUMN "SameAsCandidateId" TEXT;
