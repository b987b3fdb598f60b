-- Amendments with their reason and matched tasks; messages from the board; the days whose reminders are out.

ALTER TABLE "Plans" ADD COLUMN "ReplacesReason" TEXT NULL;
ALTER TABLE "PlanImports" ADD COLUMN "ReplacesReason" TEXT NULL;
ALTER TABLE "PlanTasks" ADD COLUMN "PreviousTaskId" TEXT NULL;

CREATE TABLE "Nudges" (
    "NudgeId" TEXT NOT NULL CONSTRAINT "PK_Nudges" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "AgencyCount" INTEGER NOT NULL,
    CONSTRAINT "FK_Nudges_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "NudgeAgencies" (
    "NudgeId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    CONSTRAINT "PK_NudgeAgencies" PRIMARY KEY ("NudgeId", "AgencyId"),
    CONSTRAINT "FK_NudgeAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_NudgeAgencies_Nudges_NudgeId" FOREIGN KEY ("NudgeId") REFERENCES "Nudges" ("NudgeId") ON DELETE CASCADE
);

CREATE TABLE "ReminderRounds" (
    "Day" TEXT NOT NULL CONSTRAINT "PK_ReminderRounds" PRIMARY KEY,
    "FinishedAt" TEXT NOT NULL
);

CREATE INDEX "IX_Nudges_PlanId_At" ON "Nudges" ("PlanId", "At");
CREATE INDEX "IX_NudgeAgencies_AgencyId" ON "NudgeAgencies" ("AgencyId");
