-- Circulation (what is sent to staff for reading, who was asked, who acknowledged, who was told directly), the split of a task agreed in writing, saved views of lists.

CREATE TABLE "SavedViews" (
    "SavedViewId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "Page" character varying(40) NOT NULL,
    "Name" character varying(60) NOT NULL,
    "Query" character varying(800) NOT NULL,
    "IsDefault" boolean NOT NULL,
    CONSTRAINT "PK_SavedViews" PRIMARY KEY ("SavedViewId")
);

CREATE TABLE "Circulations" (
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "SentById" uuid NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "SentOn" date NOT NULL,
    "Title" character varying(300) NOT NULL,
    "Message" character varying(2000),
    "PlanId" uuid,
    "FileId" uuid,
    "ReadBy" date,
    "State" integer NOT NULL,
    "WithdrawnReason" character varying(500),
    "WithdrawnAt" timestamp with time zone,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Circulations" PRIMARY KEY ("CirculationId"),
    CONSTRAINT "FK_Circulations_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "CirculationAgencies" (
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    CONSTRAINT "PK_CirculationAgencies" PRIMARY KEY ("CirculationId", "AgencyId"),
    CONSTRAINT "FK_CirculationAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationAgencies_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "CirculationRecipients" (
    "CirculationId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone,
    "AcknowledgedAt" timestamp with time zone,
    "RemindedOn" date,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_CirculationRecipients" PRIMARY KEY ("CirculationId", "UserId"),
    CONSTRAINT "FK_CirculationRecipients_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationRecipients_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE,
    CONSTRAINT "FK_CirculationRecipients_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CirculationRemarks" (
    "CirculationRemarkId" uuid NOT NULL,
    "CirculationId" uuid NOT NULL,
    "ReaderId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Text" character varying(2000) NOT NULL,
    "IsAnswer" boolean NOT NULL,
    CONSTRAINT "PK_CirculationRemarks" PRIMARY KEY ("CirculationRemarkId"),
    CONSTRAINT "FK_CirculationRemarks_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "TaskSplits" (
    "TaskSplitId" uuid NOT NULL,
    "PlanTaskId" uuid NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_TaskSplits" PRIMARY KEY ("TaskSplitId"),
    CONSTRAINT "FK_TaskSplits_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

CREATE TABLE "CirculationDirects" (
    "CirculationDirectId" uuid NOT NULL,
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "People" integer NOT NULL,
    "HeldOn" date NOT NULL,
    "Form" integer NOT NULL,
    "Note" character varying(500),
    "RecordedById" uuid NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CirculationDirects" PRIMARY KEY ("CirculationDirectId"),
    CONSTRAINT "FK_CirculationDirects_CirculationAgencies_CirculationId_Agency~" FOREIGN KEY ("CirculationId", "AgencyId") REFERENCES "CirculationAgencies" ("CirculationId", "AgencyId") ON DELETE CASCADE
);

CREATE TABLE "SplitVersions" (
    "SplitVersionId" uuid NOT NULL,
    "TaskSplitId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "State" integer NOT NULL,
    "ProposedByAssignmentId" uuid NOT NULL,
    "ProposedById" uuid NOT NULL,
    "ProposedAt" timestamp with time zone NOT NULL,
    "InForceAt" timestamp with time zone,
    CONSTRAINT "PK_SplitVersions" PRIMARY KEY ("SplitVersionId"),
    CONSTRAINT "FK_SplitVersions_Assignments_ProposedByAssignmentId" FOREIGN KEY ("ProposedByAssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE,
    CONSTRAINT "FK_SplitVersions_TaskSplits_TaskSplitId" FOREIGN KEY ("TaskSplitId") REFERENCES "TaskSplits" ("TaskSplitId") ON DELETE CASCADE
);

CREATE TABLE "SplitLines" (
    "SplitLineId" uuid NOT NULL,
    "SplitVersionId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "AssignmentId" uuid NOT NULL,
    "What" character varying(1000) NOT NULL,
    "DueOn" date,
    CONSTRAINT "PK_SplitLines" PRIMARY KEY ("SplitLineId"),
    CONSTRAINT "FK_SplitLines_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE,
    CONSTRAINT "FK_SplitLines_SplitVersions_SplitVersionId" FOREIGN KEY ("SplitVersionId") REFERENCES "SplitVersions" ("SplitVersionId") ON DELETE CASCADE
);

CREATE TABLE "SplitParties" (
    "SplitVersionId" uuid NOT NULL,
    "AssignmentId" uuid NOT NULL,
    "State" integer NOT NULL,
    "ById" uuid,
    "At" timestamp with time zone,
    "Remark" character varying(1000),
    CONSTRAINT "PK_SplitParties" PRIMARY KEY ("SplitVersionId", "AssignmentId"),
    CONSTRAINT "FK_SplitParties_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE,
    CONSTRAINT "FK_SplitParties_SplitVersions_SplitVersionId" FOREIGN KEY ("SplitVersionId") REFERENCES "SplitVersions" ("SplitVersionId") ON DELETE CASCADE
);

CREATE INDEX "IX_CirculationAgencies_AgencyId" ON "CirculationAgencies" ("AgencyId");
CREATE INDEX "IX_CirculationDirects_CirculationId_AgencyId" ON "CirculationDirects" ("CirculationId", "AgencyId");
CREATE INDEX "IX_CirculationRecipients_AgencyId" ON "CirculationRecipients" ("AgencyId");
CREATE INDEX "IX_CirculationRecipients_CirculationId_AgencyId" ON "CirculationRecipients" ("CirculationId", "AgencyId");
CREATE INDEX "IX_CirculationRecipients_UserId_AcknowledgedAt" ON "CirculationRecipients" ("UserId", "AcknowledgedAt");
CREATE INDEX "IX_CirculationRemarks_CirculationId_ReaderId_At" ON "CirculationRemarks" ("CirculationId", "ReaderId", "At");
CREATE INDEX "IX_Circulations_AgencyId_SentAt" ON "Circulations" ("AgencyId", "SentAt");
CREATE INDEX "IX_Circulations_FileId" ON "Circulations" ("FileId");
CREATE INDEX "IX_Circulations_PlanId" ON "Circulations" ("PlanId");
CREATE UNIQUE INDEX "IX_SavedViews_UserId_Page_Name" ON "SavedViews" ("UserId", "Page", "Name");
CREATE INDEX "IX_SplitLines_AssignmentId" ON "SplitLines" ("AssignmentId");
CREATE INDEX "IX_SplitLines_SplitVersionId" ON "SplitLines" ("SplitVersionId");
CREATE INDEX "IX_SplitParties_AssignmentId" ON "SplitParties" ("AssignmentId");
CREATE INDEX "IX_SplitVersions_ProposedByAssignmentId" ON "SplitVersions" ("ProposedByAssignmentId");
CREATE UNIQUE INDEX "IX_SplitVersions_TaskSplitId_Number" ON "SplitVersions" ("TaskSplitId", "Number");
CREATE UNIQUE INDEX "IX_TaskSplits_PlanTaskId" ON "TaskSplits" ("PlanTaskId");
