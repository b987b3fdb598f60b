-- Periods of reports that open by themselves on a day, and set the next of their length; the agency that was named first, where reports go through its successor.

ALTER TABLE "ReportingPeriods" ADD COLUMN "OpensOn" date NULL;
ALTER TABLE "ReportingPeriods" ADD COLUMN "Repeats" boolean NOT NULL DEFAULT false;
ALTER TABLE "ReportingPeriods" ADD COLUMN "ThroughOfAgencyId" uuid NULL;

CREATE INDEX "IX_ReportingPeriods_State_OpensOn" ON "ReportingPeriods" ("State", "OpensOn");
