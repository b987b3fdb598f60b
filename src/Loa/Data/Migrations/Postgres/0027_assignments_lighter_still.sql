-- The agency a task was given to comes from the tree, where agencies are never deleted; neither its check nor its index was worth a fifth of the time to issue.

ALTER TABLE "Assignments" DROP CONSTRAINT "FK_Assignments_Agencies_AgencyId";
DROP INDEX "IX_Assignments_AgencyId";
