-- Periods of reports that open by themselves on a day, and set the next of their length; the agency that was named first, where reports go through its successor.

ALTER TABLE "ReportingPeriods" ADD COLUMN "OpensOn" TEXT NULL;
ALTER TABLE "ReportingPeriods" ADD COLUMN "Repeats" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ReportingPeriods" ADD COLUMN "ThroughOfAgencyId" TEXT NULL;

CREATE INDEX "IX_ReportingPeriods_State_OpensOn" ON "ReportingPeriods" ("State", "OpensOn");
