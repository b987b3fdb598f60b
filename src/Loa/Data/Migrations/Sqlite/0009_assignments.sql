-- Assignments that carry their own state, due day and holder; the turns of recurring tasks.

CREATE TABLE "TaskOccurrences" (
    "PlanTaskId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    CONSTRAINT "PK_TaskOccurrences" PRIMARY KEY ("PlanTaskId", "Ordinal"),
    CONSTRAINT "FK_TaskOccurrences_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

CREATE TABLE "AssignmentsNow" (
    "AssignmentId" TEXT NOT NULL CONSTRAINT "PK_Assignments" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "PlanTaskId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "HolderAgencyId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "TaskAgencyId" TEXT NOT NULL,
    "IsRequest" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Kind" INTEGER NULL,
    "From" TEXT NULL,
    "DueOn" TEXT NULL,
    "ProductsTotal" INTEGER NOT NULL,
    "ProductsDone" INTEGER NOT NULL,
    "AssigneeId" TEXT NULL,
    "DoneOn" TEXT NULL,
    "Reason" TEXT NULL,
    "ChangedAt" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Assignments_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assignments_Agencies_HolderAgencyId" FOREIGN KEY ("HolderAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assignments_PlanTaskAgencies_TaskAgencyId" FOREIGN KEY ("TaskAgencyId") REFERENCES "PlanTaskAgencies" ("TaskAgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_Assignments_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE,
    CONSTRAINT "FK_Assignments_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

INSERT INTO "AssignmentsNow"
SELECT a."AssignmentId", a."PlanId", a."PlanTaskId", a."AgencyId", a."AgencyId", a."Role", a."TaskAgencyId", a."IsRequest", CASE WHEN p."Status" = 1 THEN 1 ELSE 4 END,
    t."TimeframeKind", t."From", CASE WHEN t."TimeframeKind" = 1 THEN NULL ELSE t."DueOn" END, 1, 0, NULL, NULL, NULL, p."IssuedAt", 1
FROM "Assignments" a JOIN "PlanTasks" t ON t."PlanTaskId" = a."PlanTaskId" JOIN "Plans" p ON p."PlanId" = a."PlanId";

DROP TABLE "Assignments";
ALTER TABLE "AssignmentsNow" RENAME TO "Assignments";

CREATE INDEX "IX_Assignments_AgencyId" ON "Assignments" ("AgencyId");
CREATE INDEX "IX_Assignments_HolderAgencyId_State_DueOn" ON "Assignments" ("HolderAgencyId", "State", "DueOn");
CREATE INDEX "IX_Assignments_PlanId_HolderAgencyId" ON "Assignments" ("PlanId", "HolderAgencyId");
CREATE UNIQUE INDEX "IX_Assignments_PlanTaskId_AgencyId" ON "Assignments" ("PlanTaskId", "AgencyId");
CREATE INDEX "IX_Assignments_TaskAgencyId" ON "Assignments" ("TaskAgencyId");
