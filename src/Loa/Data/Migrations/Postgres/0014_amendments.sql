-- Amendments with their reason and matched tasks; messages from the board; the days whose reminders are out.

ALTER TABLE "Plans" ADD COLUMN "ReplacesReason" character varying(500);
ALTER TABLE "PlanImports" ADD COLUMN "ReplacesReason" character varying(500);
ALTER TABLE "PlanTasks" ADD COLUMN "PreviousTaskId" uuid;

CREATE TABLE "Nudges" (
    "NudgeId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "Title" character varying(200) NOT NULL,
    "Text" character varying(1000) NOT NULL,
    "AgencyCount" integer NOT NULL,
    CONSTRAINT "PK_Nudges" PRIMARY KEY ("NudgeId"),
    CONSTRAINT "FK_Nudges_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "NudgeAgencies" (
    "NudgeId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    CONSTRAINT "PK_NudgeAgencies" PRIMARY KEY ("NudgeId", "AgencyId"),
    CONSTRAINT "FK_NudgeAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_NudgeAgencies_Nudges_NudgeId" FOREIGN KEY ("NudgeId") REFERENCES "Nudges" ("NudgeId") ON DELETE CASCADE
);

CREATE TABLE "ReminderRounds" (
    "Day" date NOT NULL,
    "FinishedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_ReminderRounds" PRIMARY KEY ("Day")
);

CREATE INDEX "IX_Nudges_PlanId_At" ON "Nudges" ("PlanId", "At");
CREATE INDEX "IX_NudgeAgencies_AgencyId" ON "NudgeAgencies" ("AgencyId");
