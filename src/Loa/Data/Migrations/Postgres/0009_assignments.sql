-- Assignments that carry their own state, due day and holder; the turns of recurring tasks.

CREATE TABLE "TaskOccurrences" (
    "PlanTaskId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "DueOn" date NOT NULL,
    CONSTRAINT "PK_TaskOccurrences" PRIMARY KEY ("PlanTaskId", "Ordinal"),
    CONSTRAINT "FK_TaskOccurrences_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

ALTER TABLE "Assignments" ADD COLUMN "HolderAgencyId" uuid;
ALTER TABLE "Assignments" ADD COLUMN "State" integer;
ALTER TABLE "Assignments" ADD COLUMN "Kind" integer;
ALTER TABLE "Assignments" ADD COLUMN "From" date;
ALTER TABLE "Assignments" ADD COLUMN "DueOn" date;
ALTER TABLE "Assignments" ADD COLUMN "ProductsTotal" integer;
ALTER TABLE "Assignments" ADD COLUMN "ProductsDone" integer;
ALTER TABLE "Assignments" ADD COLUMN "AssigneeId" uuid;
ALTER TABLE "Assignments" ADD COLUMN "DoneOn" date;
ALTER TABLE "Assignments" ADD COLUMN "Reason" character varying(500);
ALTER TABLE "Assignments" ADD COLUMN "ChangedAt" timestamp with time zone;
ALTER TABLE "Assignments" ADD COLUMN "Revision" bigint;

UPDATE "Assignments" a SET "HolderAgencyId" = a."AgencyId", "State" = CASE WHEN p."Status" = 1 THEN 1 ELSE 4 END, "Kind" = t."TimeframeKind", "From" = t."From",
    "DueOn" = CASE WHEN t."TimeframeKind" = 1 THEN NULL ELSE t."DueOn" END, "ProductsTotal" = 1, "ProductsDone" = 0, "ChangedAt" = p."IssuedAt", "Revision" = 1
FROM "PlanTasks" t JOIN "Plans" p ON p."PlanId" = t."PlanId" WHERE t."PlanTaskId" = a."PlanTaskId";

ALTER TABLE "Assignments" ALTER COLUMN "HolderAgencyId" SET NOT NULL;
ALTER TABLE "Assignments" ALTER COLUMN "State" SET NOT NULL;
ALTER TABLE "Assignments" ALTER COLUMN "ProductsTotal" SET NOT NULL;
ALTER TABLE "Assignments" ALTER COLUMN "ProductsDone" SET NOT NULL;
ALTER TABLE "Assignments" ALTER COLUMN "ChangedAt" SET NOT NULL;
ALTER TABLE "Assignments" ALTER COLUMN "Revision" SET NOT NULL;
ALTER TABLE "Assignments" ADD CONSTRAINT "FK_Assignments_Agencies_HolderAgencyId" FOREIGN KEY ("HolderAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT;
DROP INDEX "IX_Assignments_AgencyId_Role";
DROP INDEX "IX_Assignments_PlanId";

CREATE INDEX "IX_Assignments_AgencyId" ON "Assignments" ("AgencyId");
CREATE INDEX "IX_Assignments_HolderAgencyId_State_DueOn" ON "Assignments" ("HolderAgencyId", "State", "DueOn");
CREATE INDEX "IX_Assignments_PlanId_HolderAgencyId" ON "Assignments" ("PlanId", "HolderAgencyId");
