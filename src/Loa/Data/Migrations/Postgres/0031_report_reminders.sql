-- The day of the first sending, which is compared with due days; when everyone who had not sent was reminded, and the days whose own reminders are out.

ALTER TABLE "Reports" ADD COLUMN "FirstSentOn" date NULL;
UPDATE "Reports" SET "FirstSentOn" = ("FirstSentAt" AT TIME ZONE 'UTC' + interval '7 hours')::date WHERE "FirstSentAt" IS NOT NULL;

ALTER TABLE "ReportingPeriods" ADD COLUMN "RemindedOn" date NULL;
ALTER TABLE "ReportingPeriods" ADD COLUMN "Reminded" integer NULL;

CREATE TABLE "ReportRounds" (
    "Day" date NOT NULL,
    "FinishedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ReportRounds" PRIMARY KEY ("Day")
);
