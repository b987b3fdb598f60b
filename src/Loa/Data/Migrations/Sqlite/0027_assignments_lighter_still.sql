-- The agency a task was given to comes from the tree, where agencies are never deleted; neither its check nor its index was worth a fifth of the time to issue.

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
    "AddedOn" TEXT NULL,
    "OpenTurn" INTEGER NULL,
    CONSTRAINT "FK_Assignments_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

INSERT INTO "AssignmentsNow" ("AssignmentId", "PlanId", "PlanTaskId", "AgencyId", "HolderAgencyId", "Role", "TaskAgencyId", "IsRequest", "State", "Kind", "From", "DueOn", "ProductsTotal", "ProductsDone", "AssigneeId", "DoneOn", "Reason", "ChangedAt", "Revision", "AddedOn", "OpenTurn")
SELECT "AssignmentId", "PlanId", "PlanTaskId", "AgencyId", "HolderAgencyId", "Role", "TaskAgencyId", "IsRequest", "State", "Kind", "From", "DueOn", "ProductsTotal", "ProductsDone", "AssigneeId", "DoneOn", "Reason", "ChangedAt", "Revision", "AddedOn", "OpenTurn" FROM "Assignments";

DROP TABLE "Assignments";
ALTER TABLE "AssignmentsNow" RENAME TO "Assignments";

CREATE INDEX "IX_Assignments_Board" ON "Assignments" ("PlanId", "HolderAgencyId", "State", "DueOn", "IsRequest", "Role", "PlanTaskId");
CREATE INDEX "IX_Assignments_DueOn" ON "Assignments" ("DueOn");
CREATE INDEX "IX_Assignments_HolderAgencyId_State_DueOn" ON "Assignments" ("HolderAgencyId", "State", "DueOn");
CREATE UNIQUE INDEX "IX_Assignments_PlanTaskId_AgencyId" ON "Assignments" ("PlanTaskId", "AgencyId");
