-- Coverage of a plan by plans of units: clauses that a yearly work plan holds, and who was reminded.

CREATE TABLE "PlanUptakeTasks" (
    "PlanId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "PlanTaskId" uuid NOT NULL,
    CONSTRAINT "PK_PlanUptakeTasks" PRIMARY KEY ("PlanId", "AgencyId", "PlanTaskId"),
    CONSTRAINT "FK_PlanUptakeTasks_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE,
    CONSTRAINT "FK_PlanUptakeTasks_PlanUptakes_PlanId_AgencyId" FOREIGN KEY ("PlanId", "AgencyId") REFERENCES "PlanUptakes" ("PlanId", "AgencyId") ON DELETE CASCADE
);

CREATE TABLE "PlanUptakeReminders" (
    "PlanId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "On" date NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "SentById" uuid,
    "People" integer NOT NULL,
    CONSTRAINT "PK_PlanUptakeReminders" PRIMARY KEY ("PlanId", "AgencyId", "On"),
    CONSTRAINT "FK_PlanUptakeReminders_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanUptakeReminders_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE INDEX "IX_PlanUptakeReminders_AgencyId" ON "PlanUptakeReminders" ("AgencyId");
CREATE INDEX "IX_PlanUptakeTasks_PlanTaskId" ON "PlanUptakeTasks" ("PlanTaskId");
