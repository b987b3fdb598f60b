-- What follows from the task or from the agency is not checked again for every assignment; the board is counted from its index alone.

ALTER TABLE "Assignments" DROP CONSTRAINT "FK_Assignments_Plans_PlanId";
ALTER TABLE "Assignments" DROP CONSTRAINT "FK_Assignments_PlanTaskAgencies_TaskAgencyId";
ALTER TABLE "Assignments" DROP CONSTRAINT "FK_Assignments_Agencies_HolderAgencyId";
DROP INDEX "IX_Assignments_TaskAgencyId";
DROP INDEX "IX_Assignments_PlanId_HolderAgencyId";
CREATE INDEX "IX_Assignments_Board" ON "Assignments" ("PlanId", "HolderAgencyId", "State", "DueOn", "IsRequest", "Role", "PlanTaskId");
