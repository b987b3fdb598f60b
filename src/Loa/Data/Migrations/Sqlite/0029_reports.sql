-- Periodic reports: outlines, periods, and the reports of agencies with their figures and texts.

CREATE TABLE "ReportOutlines" (
    "ReportOutlineId" TEXT NOT NULL CONSTRAINT "PK_ReportOutlines" PRIMARY KEY,
    "OwnerAgencyId" TEXT NOT NULL,
    "PlanId" TEXT NULL,
    "Title" TEXT NOT NULL,
    "PartOf" TEXT NULL,
    "PartNumber" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "ReplacesId" TEXT NULL,
    "Reason" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_ReportOutlines_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportOutlines_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportOutlines_ReportOutlines_ReplacesId" FOREIGN KEY ("ReplacesId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE RESTRICT
);

CREATE TABLE "OutlineSections" (
    "OutlineSectionId" TEXT NOT NULL CONSTRAINT "PK_OutlineSections" PRIMARY KEY,
    "ReportOutlineId" TEXT NOT NULL,
    "SectionId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Guidance" TEXT NULL,
    "Narratives" TEXT NOT NULL,
    CONSTRAINT "FK_OutlineSections_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE CASCADE
);

CREATE TABLE "OutlineFigures" (
    "OutlineFigureId" TEXT NOT NULL CONSTRAINT "PK_OutlineFigures" PRIMARY KEY,
    "ReportOutlineId" TEXT NOT NULL,
    "OutlineSectionId" TEXT NOT NULL,
    "FigureId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Origin" INTEGER NOT NULL,
    "Source" TEXT NULL,
    "Forms" TEXT NOT NULL,
    "Integrated" INTEGER NULL,
    "TargetId" TEXT NULL,
    "Parts" TEXT NOT NULL,
    "OverId" TEXT NULL,
    "IsShare" INTEGER NOT NULL,
    "MayCorrect" INTEGER NOT NULL,
    "RollUp" INTEGER NOT NULL,
    "IsCumulative" INTEGER NOT NULL,
    "CheckIsError" INTEGER NOT NULL,
    CONSTRAINT "FK_OutlineFigures_OutlineSections_OutlineSectionId" FOREIGN KEY ("OutlineSectionId") REFERENCES "OutlineSections" ("OutlineSectionId") ON DELETE CASCADE,
    CONSTRAINT "FK_OutlineFigures_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE CASCADE
);

CREATE TABLE "ReportingPeriods" (
    "ReportingPeriodId" TEXT NOT NULL CONSTRAINT "PK_ReportingPeriods" PRIMARY KEY,
    "OwnerAgencyId" TEXT NOT NULL,
    "ReportOutlineId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Every" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "TreeOn" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "GraceDays" INTEGER NOT NULL,
    "RemindBefore" INTEGER NOT NULL,
    "RemindAfter" INTEGER NOT NULL,
    "Target" TEXT NOT NULL,
    "ThroughAgencyId" TEXT NULL,
    "State" INTEGER NOT NULL,
    "JobId" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "OpenedAt" TEXT NULL,
    "LockedAt" TEXT NULL,
    "LockReason" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_ReportingPeriods_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportingPeriods_Agencies_ThroughAgencyId" FOREIGN KEY ("ThroughAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportingPeriods_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE RESTRICT
);

CREATE TABLE "Reports" (
    "ReportId" TEXT NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY,
    "ReportingPeriodId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "HolderAgencyId" TEXT NOT NULL,
    "ParentReportId" TEXT NULL,
    "AgencyName" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "SortOrder" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "DueOn" TEXT NOT NULL,
    "ExtensionReason" TEXT NULL,
    "AskedUntil" TEXT NULL,
    "AskedReason" TEXT NULL,
    "PrefilledAt" TEXT NULL,
    "Sendings" INTEGER NOT NULL,
    "FirstSentAt" TEXT NULL,
    "SentAt" TEXT NULL,
    "SentById" TEXT NULL,
    "AcceptedAt" TEXT NULL,
    "AcceptedById" TEXT NULL,
    "RolledUpAt" TEXT NULL,
    "UnlockedUntil" TEXT NULL,
    "SignedFileId" TEXT NULL,
    "SignedReference" TEXT NULL,
    "SignedOn" TEXT NULL,
    "ChangedAt" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Reports_ReportingPeriods_ReportingPeriodId" FOREIGN KEY ("ReportingPeriodId") REFERENCES "ReportingPeriods" ("ReportingPeriodId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_Reports_ParentReportId" FOREIGN KEY ("ParentReportId") REFERENCES "Reports" ("ReportId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_StoredFiles_SignedFileId" FOREIGN KEY ("SignedFileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "ReportAgencies" (
    "ReportingPeriodId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "ReportId" TEXT NOT NULL,
    CONSTRAINT "PK_ReportAgencies" PRIMARY KEY ("ReportingPeriodId", "AgencyId"),
    CONSTRAINT "FK_ReportAgencies_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportVersions" (
    "ReportId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "SentAt" TEXT NOT NULL,
    "SentById" TEXT NULL,
    "Content" TEXT NOT NULL,
    "Verdict" INTEGER NOT NULL,
    "JudgedAt" TEXT NULL,
    "JudgedById" TEXT NULL,
    "Remark" TEXT NULL,
    CONSTRAINT "PK_ReportVersions" PRIMARY KEY ("ReportId", "Number"),
    CONSTRAINT "FK_ReportVersions_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportFigures" (
    "ReportId" TEXT NOT NULL,
    "FigureId" TEXT NOT NULL,
    "OwnValue" INTEGER NULL,
    "OwnOf" INTEGER NULL,
    "BelowValue" INTEGER NULL,
    "BelowOf" INTEGER NULL,
    "GivenValue" INTEGER NULL,
    "GivenOf" INTEGER NULL,
    "Reason" TEXT NULL,
    "GivenById" TEXT NULL,
    "GivenAt" TEXT NULL,
    "Value" INTEGER NULL,
    "Of" INTEGER NULL,
    "IsStale" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_ReportFigures" PRIMARY KEY ("ReportId", "FigureId"),
    CONSTRAINT "FK_ReportFigures_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportTexts" (
    "ReportId" TEXT NOT NULL,
    "OutlineSectionId" TEXT NOT NULL,
    "Prepared" TEXT NOT NULL,
    "Text" TEXT NULL,
    "Remark" TEXT NULL,
    "EditedById" TEXT NULL,
    "EditedAt" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_ReportTexts" PRIMARY KEY ("ReportId", "OutlineSectionId"),
    CONSTRAINT "FK_ReportTexts_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportsTaken" (
    "ParentReportId" TEXT NOT NULL,
    "ReportId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    CONSTRAINT "PK_ReportsTaken" PRIMARY KEY ("ParentReportId", "ReportId"),
    CONSTRAINT "FK_ReportsTaken_Reports_ParentReportId" FOREIGN KEY ("ParentReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE,
    CONSTRAINT "FK_ReportsTaken_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE INDEX "IX_ReportOutlines_OwnerAgencyId" ON "ReportOutlines" ("OwnerAgencyId");
CREATE INDEX "IX_ReportOutlines_PlanId" ON "ReportOutlines" ("PlanId");
CREATE UNIQUE INDEX "IX_ReportOutlines_ReplacesId" ON "ReportOutlines" ("ReplacesId");
CREATE INDEX "IX_OutlineSections_ReportOutlineId" ON "OutlineSections" ("ReportOutlineId");
CREATE INDEX "IX_OutlineFigures_OutlineSectionId" ON "OutlineFigures" ("OutlineSectionId");
CREATE UNIQUE INDEX "IX_OutlineFigures_ReportOutlineId_FigureId" ON "OutlineFigures" ("ReportOutlineId", "FigureId");
CREATE UNIQUE INDEX "IX_ReportingPeriods_OwnerAgencyId_ReportOutlineId_Every_Year_Number" ON "ReportingPeriods" ("OwnerAgencyId", "ReportOutlineId", "Every", "Year", "Number");
CREATE INDEX "IX_ReportingPeriods_ReportOutlineId" ON "ReportingPeriods" ("ReportOutlineId");
CREATE INDEX "IX_ReportingPeriods_State_DueOn" ON "ReportingPeriods" ("State", "DueOn");
CREATE INDEX "IX_ReportingPeriods_ThroughAgencyId" ON "ReportingPeriods" ("ThroughAgencyId");
CREATE INDEX "IX_Reports_AgencyId" ON "Reports" ("AgencyId");
CREATE INDEX "IX_Reports_HolderAgencyId_State_DueOn" ON "Reports" ("HolderAgencyId", "State", "DueOn");
CREATE INDEX "IX_Reports_ParentReportId_State" ON "Reports" ("ParentReportId", "State");
CREATE UNIQUE INDEX "IX_Reports_ReportingPeriodId_AgencyId" ON "Reports" ("ReportingPeriodId", "AgencyId");
CREATE INDEX "IX_Reports_SignedFileId" ON "Reports" ("SignedFileId");
CREATE INDEX "IX_ReportAgencies_ReportId" ON "ReportAgencies" ("ReportId");
CREATE INDEX "IX_ReportsTaken_ReportId" ON "ReportsTaken" ("ReportId");
