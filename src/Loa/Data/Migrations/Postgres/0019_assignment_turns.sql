-- The day an assignment was added after issue, and the open turn of recurring work.

ALTER TABLE "Assignments" ADD COLUMN "AddedOn" date;
ALTER TABLE "Assignments" ADD COLUMN "OpenTurn" integer;

UPDATE "Assignments" SET "OpenTurn" = LEAST(
    (SELECT MAX(t."Ordinal") FROM "TaskOccurrences" t WHERE t."PlanTaskId" = "Assignments"."PlanTaskId"),
    1 + COALESCE((SELECT MAX(e."Occurrence") FROM "WorkEntries" e WHERE e."AssignmentId" = "Assignments"."AssignmentId"), 0))
WHERE "PlanTaskId" IN (SELECT "PlanTaskId" FROM "TaskOccurrences");

CREATE INDEX "IX_Assignments_DueOn" ON "Assignments" ("DueOn");
