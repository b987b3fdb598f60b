-- One decision per owner and name: of several the newest counts, as it did for whoever read them last.
DELETE FROM "AgencyMappings" AS older USING "AgencyMappings" AS newer
WHERE newer."Folded" = older."Folded" AND newer."OwnerAgencyId" IS NOT DISTINCT FROM older."OwnerAgencyId"
  AND (newer."DecidedAt", newer."AgencyMappingId") > (older."DecidedAt", older."AgencyMappingId");

DROP INDEX "IX_AgencyMappings_Folded_OwnerAgencyId";

CREATE UNIQUE INDEX "IX_AgencyMappings_Folded_OwnerAgencyId" ON "AgencyMappings" ("Folded", "OwnerAgencyId");

CREATE UNIQUE INDEX "IX_AgencyMappings_Folded" ON "AgencyMappings" ("Folded") WHERE "OwnerAgencyId" IS NULL;

CREATE TABLE "PlanTaskExclusions" (
    "TaskAgencyId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    CONSTRAINT "PK_PlanTaskExclusions" PRIMARY KEY ("TaskAgencyId", "AgencyId"),
    CONSTRAINT "FK_PlanTaskExclusions_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTaskExclusions_PlanTaskAgencies_TaskAgencyId" FOREIGN KEY ("TaskAgencyId") REFERENCES "PlanTaskAgencies" ("TaskAgencyId") ON DELETE CASCADE
);

CREATE INDEX "IX_PlanTaskExclusions_AgencyId" ON "PlanTaskExclusions" ("AgencyId");

-- A printed name stands for those who have the task through it; whoever leads it was counted among its group before.
UPDATE "PlanTaskAgencies" SET "ExpandedCount" = (SELECT count(*) FROM "Assignments" WHERE "Assignments"."TaskAgencyId" = "PlanTaskAgencies"."TaskAgencyId");
