-- Plans of units: what they carry out of the plan above, and which agencies answer a plan with one of their own.

ALTER TABLE "PlanImports" ADD COLUMN "StartedFromPlanId" uuid CONSTRAINT "FK_PlanImports_Plans_StartedFromPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "PlanImports" ADD COLUMN "ParentPlanId" uuid CONSTRAINT "FK_PlanImports_Plans_ParentPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "Plans" ADD COLUMN "ParentPlanId" uuid CONSTRAINT "FK_Plans_Plans_ParentPlanId" REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT;
ALTER TABLE "Plans" ADD COLUMN "SignedFileId" uuid CONSTRAINT "FK_Plans_StoredFiles_SignedFileId" REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT;
ALTER TABLE "PlanTargets" ADD COLUMN "DefinitionId" uuid CONSTRAINT "FK_PlanTargets_PlanTargets_DefinitionId" REFERENCES "PlanTargets" ("TargetId") ON DELETE RESTRICT;
ALTER TABLE "PlanTargets" ADD COLUMN "Numerator" character varying(1000);
ALTER TABLE "PlanTargets" ADD COLUMN "Denominator" character varying(1000);
ALTER TABLE "PlanTasks" ADD COLUMN "ParentTaskId" uuid CONSTRAINT "FK_PlanTasks_PlanTasks_ParentTaskId" REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE RESTRICT;
ALTER TABLE "PlanTasks" ADD COLUMN "InCharge" character varying(500);
ALTER TABLE "PlanTasks" ADD COLUMN "Estimate" bigint;

CREATE TABLE "PlanUptakes" (
    "PlanId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "HolderAgencyId" uuid NOT NULL,
    "DueOn" date,
    "IsOptional" boolean NOT NULL,
    "Reason" character varying(500),
    "Way" integer,
    "TakenUpOn" date,
    "RecordedAt" timestamp with time zone,
    "RecordedById" uuid,
    "UnitPlanId" uuid,
    "DocumentReference" character varying(60),
    "DocumentSubject" character varying(1000),
    "FileId" uuid,
    "Revision" bigint NOT NULL,
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
