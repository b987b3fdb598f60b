-- Plans of units: what they carry out of the plan above, and which agencies answer a plan with one of their own.

ALTER TABLE "PlanImports" ADD COLUMN "StartedFromPlanId" TEXT NULL CONSTRAINT "FK_PlanImports_Plans_StartedFromPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "PlanImports" ADD COLUMN "ParentPlanId" TEXT NULL CONSTRAINT "FK_PlanImports_Plans_ParentPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "Plans" ADD COLUMN "ParentPlanId" TEXT NULL CONSTRAINT "FK_Plans_Plans_ParentPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "Plans" ADD COLUMN "SignedFileId" TEXT NULL CONSTRAINT "FK_Plans_StoredFiles_SignedFileId" REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT;
ALTER TABLE "PlanTargets" ADD COLUMN "DefinitionId" TEXT NULL CONSTRAINT "FK_PlanTargets_PlanTargets_DefinitionId" REFERENCES "PlanTargets" ("TargetId") ON DELETE RESTRICT;
ALTER TABLE "PlanTargets" ADD COLUMN "Numerator" TEXT NULL;
ALTER TABLE "PlanTargets" ADD COLUMN "Denominator" TEXT NULL;
ALTER TABLE "PlanTasks" ADD COLUMN "ParentTaskId" TEXT NULL CONSTRAINT "FK_PlanTasks_PlanTasks_ParentTaskId" REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE RESTRICT;
ALTER TABLE "PlanTasks" ADD COLUMN "InCharge" TEXT NULL;
ALTER TABLE "PlanTasks" ADD COLUMN "Estimate" INTEGER NULL;

CREATE TABLE "PlanUptakes" (
    "PlanId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "HolderAgencyId" TEXT NOT NULL,
    "DueOn" TEXT NULL,
    "IsOptional" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "Way" INTEGER NULL,
    "TakenUpOn" TEXT NULL,
    "RecordedAt" TEXT NULL,
    "RecordedById" TEXT NULL,
    "UnitPlanId" TEXT NULL,
    "DocumentReference" TEXT NULL,
    "DocumentSubject" TEXT NULL,
    "FileId" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_PlanUptakes" PRIMARY KEY ("PlanId", "AgencyId"),
    CONSTRAINT "FK_PlanUptakes_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanUptakes_Agencies_HolderAgencyId" FOREIGN KEY ("HolderAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanUptakes_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE,
    CONSTRAINT "FK_PlanUptakes_Plans_UnitPlanId" FOREIGN KEY ("UnitPlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanUptakes_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE INDEX "IX_PlanImports_ParentPlanId" ON "PlanImports" ("ParentPlanId");
CREATE INDEX "IX_PlanImports_StartedFromPlanId" ON "PlanImports" ("StartedFromPlanId");
CREATE INDEX "IX_Plans_ParentPlanId" ON "Plans" ("ParentPlanId");
CREATE INDEX "IX_Plans_SignedFileId" ON "Plans" ("SignedFileId");
CREATE INDEX "IX_PlanTargets_DefinitionId" ON "PlanTargets" ("DefinitionId");
CREATE INDEX "IX_PlanTasks_ParentTaskId" ON "PlanTasks" ("ParentTaskId");
CREATE INDEX "IX_PlanUptakes_AgencyId" ON "PlanUptakes" ("AgencyId");
CREATE INDEX "IX_PlanUptakes_FileId" ON "PlanUptakes" ("FileId");
CREATE INDEX "IX_PlanUptakes_HolderAgencyId" ON "PlanUptakes" ("HolderAgencyId");
CREATE INDEX "IX_PlanUptakes_UnitPlanId" ON "PlanUptakes" ("UnitPlanId");
