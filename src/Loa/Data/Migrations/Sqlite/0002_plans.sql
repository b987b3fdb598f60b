-- Plans: imports with their drafts and readings, issued plans with their parts, assignments.

CREATE TABLE "PlanImports" (
    "PlanImportId" TEXT NOT NULL CONSTRAINT "PK_PlanImports" PRIMARY KEY,
    "OwnerAgencyId" TEXT NOT NULL,
    "CreatedById" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "EditedAt" TEXT NOT NULL,
    "EditedBy" TEXT NULL,
    "FileId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "ReadDone" INTEGER NOT NULL,
    "ReadTotal" INTEGER NOT NULL,
    "FailureVi" TEXT NULL,
    "FailureEn" TEXT NULL,
    "Subject" TEXT NULL,
    "Reference" TEXT NULL,
    "TaskCount" INTEGER NOT NULL,
    "FromScan" INTEGER NOT NULL,
    "PlanId" TEXT NULL,
    "ReplacesPlanId" TEXT NULL,
    "Draft" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_PlanImports_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanImports_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "PlanImportReadings" (
    "PlanImportId" TEXT NOT NULL CONSTRAINT "PK_PlanImportReadings" PRIMARY KEY,
    "Json" TEXT NOT NULL,
    CONSTRAINT "FK_PlanImportReadings_PlanImports_PlanImportId" FOREIGN KEY ("PlanImportId") REFERENCES "PlanImports" ("PlanImportId") ON DELETE CASCADE
);

CREATE TABLE "Plans" (
    "PlanId" TEXT NOT NULL CONSTRAINT "PK_Plans" PRIMARY KEY,
    "OwnerAgencyId" TEXT NOT NULL,
    "PlanImportId" TEXT NOT NULL,
    "FileId" TEXT NOT NULL,
    "Status" INTEGER NOT NULL,
    "IssuedAt" TEXT NOT NULL,
    "IssuedById" TEXT NULL,
    "ReplacesPlanId" TEXT NULL,
    "WithdrawnReason" TEXT NULL,
    "Kind" TEXT NULL,
    "Promulgates" TEXT NULL,
    "ParentIssuer" TEXT NULL,
    "Issuer" TEXT NULL,
    "Reference" TEXT NULL,
    "ReferenceKey" TEXT NULL,
    "Place" TEXT NULL,
    "Date" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Year" INTEGER NULL,
    "YearTo" INTEGER NULL,
    "SignerAuthority" TEXT NULL,
    "SignerCapacity" TEXT NULL,
    "SignerTitle" TEXT NULL,
    "SignerName" TEXT NULL,
    "Recipients" TEXT NOT NULL,
    "Budget" TEXT NULL,
    "FromScan" INTEGER NOT NULL,
    "TaskCount" INTEGER NOT NULL,
    "AgencyCount" INTEGER NOT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Plans_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Plans_PlanImports_PlanImportId" FOREIGN KEY ("PlanImportId") REFERENCES "PlanImports" ("PlanImportId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Plans_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "PlanBases" (
    "PlanBasisId" TEXT NOT NULL CONSTRAINT "PK_PlanBases" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Kind" TEXT NULL,
    "Reference" TEXT NULL,
    "ReferenceKey" TEXT NULL,
    "Date" TEXT NULL,
    "Issuer" TEXT NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanBases_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanCadences" (
    "PlanCadenceId" TEXT NOT NULL CONSTRAINT "PK_PlanCadences" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Agencies" TEXT NOT NULL,
    "Forms" TEXT NOT NULL,
    "Count" INTEGER NULL,
    "Per" TEXT NULL,
    "MinMinutes" INTEGER NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanCadences_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanReporting" (
    "PlanReportingId" TEXT NOT NULL CONSTRAINT "PK_PlanReporting" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "To" TEXT NULL,
    "Via" TEXT NULL,
    "Period" INTEGER NULL,
    "Due" TEXT NULL,
    "Every" TEXT NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanReporting_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanResponsibilities" (
    "PlanResponsibilityId" TEXT NOT NULL CONSTRAINT "PK_PlanResponsibilities" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Agency" TEXT NOT NULL,
    "IsRequest" INTEGER NOT NULL,
    CONSTRAINT "FK_PlanResponsibilities_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTargets" (
    "TargetId" TEXT NOT NULL CONSTRAINT "PK_PlanTargets" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Value" TEXT NULL,
    "Unit" TEXT NULL,
    "Comparison" INTEGER NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanTargets_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTasks" (
    "PlanTaskId" TEXT NOT NULL CONSTRAINT "PK_PlanTasks" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Origin" INTEGER NOT NULL,
    "Annex" INTEGER NULL,
    "Group" TEXT NULL,
    "Number" TEXT NULL,
    "Content" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Product" TEXT NULL,
    "When" TEXT NULL,
    "TimeframeKind" INTEGER NULL,
    "From" TEXT NULL,
    "DueOn" TEXT NULL,
    "Every" TEXT NULL,
    "IsRequest" INTEGER NOT NULL,
    "Spans" TEXT NOT NULL,
    "SearchText" TEXT NOT NULL,
    CONSTRAINT "FK_PlanTasks_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTexts" (
    "PlanTextId" TEXT NOT NULL CONSTRAINT "PK_PlanTexts" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Forms" TEXT NOT NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanTexts_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanDuties" (
    "PlanDutyId" TEXT NOT NULL CONSTRAINT "PK_PlanDuties" PRIMARY KEY,
    "PlanResponsibilityId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "PlanTaskId" TEXT NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanDuties_PlanResponsibilities_PlanResponsibilityId" FOREIGN KEY ("PlanResponsibilityId") REFERENCES "PlanResponsibilities" ("PlanResponsibilityId") ON DELETE CASCADE,
    CONSTRAINT "FK_PlanDuties_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE SET NULL
);

CREATE TABLE "PlanTaskAgencies" (
    "TaskAgencyId" TEXT NOT NULL CONSTRAINT "PK_PlanTaskAgencies" PRIMARY KEY,
    "PlanTaskId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Role" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Resolution" INTEGER NOT NULL,
    "AgencyId" TEXT NULL,
    "AgencyGroupId" TEXT NULL,
    "ExpandedCount" INTEGER NOT NULL,
    "Spans" TEXT NOT NULL,
    CONSTRAINT "FK_PlanTaskAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTaskAgencies_AgencyGroups_AgencyGroupId" FOREIGN KEY ("AgencyGroupId") REFERENCES "AgencyGroups" ("AgencyGroupId") ON DELETE SET NULL,
    CONSTRAINT "FK_PlanTaskAgencies_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

CREATE TABLE "Assignments" (
    "AssignmentId" TEXT NOT NULL CONSTRAINT "PK_Assignments" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "PlanTaskId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "TaskAgencyId" TEXT NOT NULL,
    "IsRequest" INTEGER NOT NULL,
    CONSTRAINT "FK_Assignments_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assignments_PlanTaskAgencies_TaskAgencyId" FOREIGN KEY ("TaskAgencyId") REFERENCES "PlanTaskAgencies" ("TaskAgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_Assignments_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE,
    CONSTRAINT "FK_Assignments_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE INDEX "IX_Assignments_AgencyId_Role" ON "Assignments" ("AgencyId", "Role");

CREATE INDEX "IX_Assignments_PlanId" ON "Assignments" ("PlanId");

CREATE UNIQUE INDEX "IX_Assignments_PlanTaskId_AgencyId" ON "Assignments" ("PlanTaskId", "AgencyId");

CREATE INDEX "IX_Assignments_TaskAgencyId" ON "Assignments" ("TaskAgencyId");

CREATE INDEX "IX_PlanBases_PlanId" ON "PlanBases" ("PlanId");

CREATE INDEX "IX_PlanBases_ReferenceKey" ON "PlanBases" ("ReferenceKey");

CREATE INDEX "IX_PlanCadences_PlanId" ON "PlanCadences" ("PlanId");

CREATE INDEX "IX_PlanDuties_PlanResponsibilityId" ON "PlanDuties" ("PlanResponsibilityId");

CREATE INDEX "IX_PlanDuties_PlanTaskId" ON "PlanDuties" ("PlanTaskId");

CREATE INDEX "IX_PlanImports_FileId" ON "PlanImports" ("FileId");

CREATE INDEX "IX_PlanImports_OwnerAgencyId_Status" ON "PlanImports" ("OwnerAgencyId", "Status");

CREATE INDEX "IX_PlanImports_Sha256" ON "PlanImports" ("Sha256");

CREATE INDEX "IX_PlanReporting_PlanId" ON "PlanReporting" ("PlanId");

CREATE INDEX "IX_PlanResponsibilities_PlanId" ON "PlanResponsibilities" ("PlanId");

CREATE INDEX "IX_Plans_FileId" ON "Plans" ("FileId");

CREATE INDEX "IX_Plans_OwnerAgencyId" ON "Plans" ("OwnerAgencyId");

CREATE INDEX "IX_Plans_PlanImportId" ON "Plans" ("PlanImportId");

CREATE INDEX "IX_Plans_ReferenceKey" ON "Plans" ("ReferenceKey");

CREATE INDEX "IX_Plans_Status_Year_PlanId" ON "Plans" ("Status", "Year", "PlanId");

CREATE INDEX "IX_PlanTargets_PlanId" ON "PlanTargets" ("PlanId");

CREATE INDEX "IX_PlanTaskAgencies_AgencyGroupId" ON "PlanTaskAgencies" ("AgencyGroupId");

CREATE INDEX "IX_PlanTaskAgencies_AgencyId" ON "PlanTaskAgencies" ("AgencyId");

CREATE INDEX "IX_PlanTaskAgencies_PlanTaskId" ON "PlanTaskAgencies" ("PlanTaskId");

CREATE INDEX "IX_PlanTasks_DueOn" ON "PlanTasks" ("DueOn");

CREATE INDEX "IX_PlanTasks_PlanId_Ordinal" ON "PlanTasks" ("PlanId", "Ordinal");

CREATE INDEX "IX_PlanTexts_PlanId" ON "PlanTexts" ("PlanId");
