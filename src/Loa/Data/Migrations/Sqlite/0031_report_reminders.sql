-- The day of the first sending, which is compared with due days; when everyone who had not sent was reminded, and the days whose own reminders are out.

ALTER TABLE "Reports" ADD COLUMN "FirstSentOn" TEXT NULL;
UPDATE "Reports" SET "FirstSentOn" = date("FirstSentAt", '+7 hours') WHERE "FirstSentAt" IS NOT NULL;

ALTER TABLE "ReportingPeriods" ADD COLUMN "RemindedOn" TEXT NULL;
ALTER TABLE "ReportingPeriods" ADD COLUMN "Reminded" INTEGER NULL;

CREATE TABLE "ReportRounds" (
    "Day" TEXT NOT NULL CONSTRAINT "PK_ReportRounds" PRIMARY KEY,
    "FinishedAt" TEXT NOT NULL
);
