-- Plans: imports with their drafts and readings, issued plans with their parts, assignments.

CREATE TABLE "PlanImports" (
    "PlanImportId" uuid NOT NULL,
    "OwnerAgencyId" uuid NOT NULL,
    "CreatedById" uuid NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "EditedAt" timestamp with time zone NOT NULL,
    "EditedBy" character varying(200),
    "FileId" uuid NOT NULL,
    "FileName" character varying(260) NOT NULL,
    "Sha256" character varying(64) NOT NULL,
    "Status" integer NOT NULL,
    "ReadDone" integer NOT NULL,
    "ReadTotal" integer NOT NULL,
    "FailureVi" character varying(500),
    "FailureEn" character varying(500),
    "Subject" character varying(1000),
    "Reference" character varying(60),
    "TaskCount" integer NOT NULL,
    "FromScan" boolean NOT NULL,
    "PlanId" uuid,
    "ReplacesPlanId" uuid,
    "Draft" text,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_PlanImports" PRIMARY KEY ("PlanImportId"),
    CONSTRAINT "FK_PlanImports_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanImports_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "PlanImportReadings" (
    "PlanImportId" uuid NOT NULL,
    "Json" text NOT NULL,
    CONSTRAINT "PK_PlanImportReadings" PRIMARY KEY ("PlanImportId"),
    CONSTRAINT "FK_PlanImportReadings_PlanImports_PlanImportId" FOREIGN KEY ("PlanImportId") REFERENCES "PlanImports" ("PlanImportId") ON DELETE CASCADE
);

CREATE TABLE "Plans" (
    "PlanId" uuid NOT NULL,
    "OwnerAgencyId" uuid NOT NULL,
    "PlanImportId" uuid NOT NULL,
    "FileId" uuid NOT NULL,
    "Status" integer NOT NULL,
    "IssuedAt" timestamp with time zone NOT NULL,
    "IssuedById" uuid,
    "ReplacesPlanId" uuid,
    "WithdrawnReason" character varying(500),
    "Kind" character varying(100),
    "Promulgates" character varying(100),
    "ParentIssuer" character varying(200),
    "Issuer" character varying(200),
    "Reference" character varying(60),
    "ReferenceKey" character varying(60),
    "Place" character varying(200),
    "Date" date,
    "Subject" character varying(1000) NOT NULL,
    "Year" integer,
    "YearTo" integer,
    "SignerAuthority" character varying(200),
    "SignerCapacity" character varying(200),
    "SignerTitle" character varying(200),
    "SignerName" character varying(200),
    "Recipients" text[] NOT NULL,
    "Budget" text,
    "FromScan" boolean NOT NULL,
    "TaskCount" integer NOT NULL,
    "AgencyCount" integer NOT NULL,
    "SearchText" text NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Plans" PRIMARY KEY ("PlanId"),
    CONSTRAINT "FK_Plans_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Plans_PlanImports_PlanImportId" FOREIGN KEY ("PlanImportId") REFERENCES "PlanImports" ("PlanImportId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Plans_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "PlanBases" (
    "PlanBasisId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Text" character varying(2000) NOT NULL,
    "Kind" character varying(100),
    "Reference" character varying(60),
    "ReferenceKey" character varying(60),
    "Date" date,
    "Issuer" character varying(200),
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanBases" PRIMARY KEY ("PlanBasisId"),
    CONSTRAINT "FK_PlanBases_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanCadences" (
    "PlanCadenceId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Text" text NOT NULL,
    "Agencies" text[] NOT NULL,
    "Forms" integer[] NOT NULL,
    "Count" integer,
    "Per" character varying(10),
    "MinMinutes" integer,
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanCadences" PRIMARY KEY ("PlanCadenceId"),
    CONSTRAINT "FK_PlanCadences_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanReporting" (
    "PlanReportingId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Text" text NOT NULL,
    "By" text[] NOT NULL,
    "To" character varying(200),
    "Via" character varying(200),
    "Period" integer,
    "Due" date,
    "Every" character varying(10),
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanReporting" PRIMARY KEY ("PlanReportingId"),
    CONSTRAINT "FK_PlanReporting_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanResponsibilities" (
    "PlanResponsibilityId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Agency" character varying(600) NOT NULL,
    "IsRequest" boolean NOT NULL,
    CONSTRAINT "PK_PlanResponsibilities" PRIMARY KEY ("PlanResponsibilityId"),
    CONSTRAINT "FK_PlanResponsibilities_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTargets" (
    "TargetId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Text" text NOT NULL,
    "Value" numeric,
    "Unit" character varying(60),
    "Comparison" integer,
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanTargets" PRIMARY KEY ("TargetId"),
    CONSTRAINT "FK_PlanTargets_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTasks" (
    "PlanTaskId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Origin" integer NOT NULL,
    "Annex" integer,
    "Group" character varying(1000),
    "Number" character varying(20),
    "Content" character varying(8000) NOT NULL,
    "Detail" text,
    "Product" text,
    "When" character varying(500),
    "TimeframeKind" integer,
    "From" date,
    "DueOn" date,
    "Every" character varying(10),
    "IsRequest" boolean NOT NULL,
    "Spans" text NOT NULL,
    "SearchText" text NOT NULL,
    CONSTRAINT "PK_PlanTasks" PRIMARY KEY ("PlanTaskId"),
    CONSTRAINT "FK_PlanTasks_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanTexts" (
    "PlanTextId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Kind" integer NOT NULL,
    "Text" text NOT NULL,
    "Forms" integer[] NOT NULL,
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanTexts" PRIMARY KEY ("PlanTextId"),
    CONSTRAINT "FK_PlanTexts_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE
);

CREATE TABLE "PlanDuties" (
    "PlanDutyId" uuid NOT NULL,
    "PlanResponsibilityId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Text" text NOT NULL,
    "PlanTaskId" uuid,
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanDuties" PRIMARY KEY ("PlanDutyId"),
    CONSTRAINT "FK_PlanDuties_PlanResponsibilities_PlanResponsibilityId" FOREIGN KEY ("PlanResponsibilityId") REFERENCES "PlanResponsibilities" ("PlanResponsibilityId") ON DELETE CASCADE,
    CONSTRAINT "FK_PlanDuties_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE SET NULL
);

CREATE TABLE "PlanTaskAgencies" (
    "TaskAgencyId" uuid NOT NULL,
    "PlanTaskId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Role" integer NOT NULL,
    "Text" character varying(600) NOT NULL,
    "Resolution" integer NOT NULL,
    "AgencyId" uuid,
    "AgencyGroupId" uuid,
    "ExpandedCount" integer NOT NULL,
    "Spans" text NOT NULL,
    CONSTRAINT "PK_PlanTaskAgencies" PRIMARY KEY ("TaskAgencyId"),
    CONSTRAINT "FK_PlanTaskAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTaskAgencies_AgencyGroups_AgencyGroupId" FOREIGN KEY ("AgencyGroupId") REFERENCES "AgencyGroups" ("AgencyGroupId") ON DELETE SET NULL,
    CONSTRAINT "FK_PlanTaskAgencies_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

CREATE TABLE "Assignments" (
    "AssignmentId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "PlanTaskId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Role" integer NOT NULL,
    "TaskAgencyId" uuid NOT NULL,
    "IsRequest" boolean NOT NULL,
    CONSTRAINT "PK_Assignments" PRIMARY KEY ("AssignmentId"),
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
