-- Circulation (what is sent to staff for reading, who was asked, who acknowledged, who was told directly), the split of a task agreed in writing, saved views of lists.

CREATE TABLE "SavedViews" (
    "SavedViewId" TEXT NOT NULL CONSTRAINT "PK_SavedViews" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Page" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Query" TEXT NOT NULL,
    "IsDefault" INTEGER NOT NULL
);

CREATE TABLE "Circulations" (
    "CirculationId" TEXT NOT NULL CONSTRAINT "PK_Circulations" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "SentById" TEXT NOT NULL,
    "SentAt" TEXT NOT NULL,
    "SentOn" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Message" TEXT NULL,
    "PlanId" TEXT NULL,
    "FileId" TEXT NULL,
    "ReadBy" TEXT NULL,
    "State" INTEGER NOT NULL,
    "WithdrawnReason" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Circulations_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "CirculationAgencies" (
    "CirculationId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    CONSTRAINT "PK_CirculationAgencies" PRIMARY KEY ("CirculationId", "AgencyId"),
    CONSTRAINT "FK_CirculationAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationAgencies_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "CirculationRecipients" (
    "CirculationId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "OpenedAt" TEXT NULL,
    "AcknowledgedAt" TEXT NULL,
    "RemindedOn" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_CirculationRecipients" PRIMARY KEY ("CirculationId", "UserId"),
    CONSTRAINT "FK_CirculationRecipients_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationRecipients_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE,
    CONSTRAINT "FK_CirculationRecipients_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CirculationRemarks" (
    "CirculationRemarkId" TEXT NOT NULL CONSTRAINT "PK_CirculationRemarks" PRIMARY KEY,
    "CirculationId" TEXT NOT NULL,
    "ReaderId" TEXT NOT NULL,
    "ById" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "IsAnswer" INTEGER NOT NULL,
    CONSTRAINT "FK_CirculationRemarks_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "TaskSplits" (
    "TaskSplitId" TEXT NOT NULL CONSTRAINT "PK_TaskSplits" PRIMARY KEY,
    "PlanTaskId" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_TaskSplits_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE CASCADE
);

CREATE TABLE "CirculationDirects" (
    "CirculationDirectId" TEXT NOT NULL CONSTRAINT "PK_CirculationDirects" PRIMARY KEY,
    "CirculationId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "People" INTEGER NOT NULL,
    "HeldOn" TEXT NOT NULL,
    "Form" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "RecordedById" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    CONSTRAINT "FK_CirculationDirects_CirculationAgencies_CirculationId_AgencyId" FOREIGN KEY ("CirculationId", "AgencyId") REFERENCES "CirculationAgencies" ("CirculationId", "AgencyId") ON DELETE CASCADE
);

CREATE TABLE "SplitVersions" (
    "SplitVersionId" TEXT NOT NULL CONSTRAINT "PK_SplitVersions" PRIMARY KEY,
    "TaskSplitId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "ProposedByAssignmentId" TEXT NOT NULL,
    "ProposedById" TEXT NOT NULL,
    "ProposedAt" TEXT NOT NULL,
    "InForceAt" TEXT NULL,
    CONSTRAINT "FK_SplitVersions_Assignments_ProposedByAssignmentId" FOREIGN KEY ("ProposedByAssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE,
    CONSTRAINT "FK_SplitVersions_TaskSplits_TaskSplitId" FOREIGN KEY ("TaskSplitId") REFERENCES "TaskSplits" ("TaskSplitId") ON DELETE CASCADE
);

CREATE TABLE "SplitLines" (
    "SplitLineId" TEXT NOT NULL CONSTRAINT "PK_SplitLines" PRIMARY KEY,
    "SplitVersionId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "AssignmentId" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "DueOn" TEXT NULL,
    CONSTRAINT "FK_SplitLines_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE,
    CONSTRAINT "FK_SplitLines_SplitVersions_SplitVersionId" FOREIGN KEY ("SplitVersionId") REFERENCES "SplitVersions" ("SplitVersionId") ON DELETE CASCADE
);

CREATE TABLE "SplitParties" (
    "SplitVersionId" TEXT NOT NULL,
    "AssignmentId" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "ById" TEXT NULL,
    "At" TEXT NULL,
    "Remark" TEXT NULL,
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
