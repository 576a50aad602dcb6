ALTER TABLE "CrmCandidates" ADD COLUMN "Resolution" character varying(32);

ALTER TABLE "CrmCandidates" ADD COLUMN "SameAsContactId" uuid;

ALTER TABLE "CrmCandidates" ADD COLUMN "SameAsCandidateId" uuid;
