-- Periodic reports: outlines, periods, and the reports of agencies with their figures and texts.

CREATE TABLE "ReportOutlines" (
    "ReportOutlineId" uuid NOT NULL,
    "OwnerAgencyId" uuid NOT NULL,
    "PlanId" uuid,
    "Title" character varying(300) NOT NULL,
    "PartOf" character varying(300),
    "PartNumber" character varying(20),
    "State" integer NOT NULL,
    "Version" integer NOT NULL,
    "ReplacesId" uuid,
    "Reason" character varying(500),
    "CreatedAt" timestamp with time zone NOT NULL,
    "ChangedAt" timestamp with time zone NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_ReportOutlines" PRIMARY KEY ("ReportOutlineId"),
    CONSTRAINT "FK_ReportOutlines_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportOutlines_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportOutlines_ReportOutlines_ReplacesId" FOREIGN KEY ("ReplacesId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE RESTRICT
);

CREATE TABLE "OutlineSections" (
    "OutlineSectionId" uuid NOT NULL,
    "ReportOutlineId" uuid NOT NULL,
    "SectionId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Level" integer NOT NULL,
    "Title" character varying(500) NOT NULL,
    "Guidance" character varying(4000),
    "Narratives" text[] NOT NULL,
    CONSTRAINT "PK_OutlineSections" PRIMARY KEY ("OutlineSectionId"),
    CONSTRAINT "FK_OutlineSections_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE CASCADE
);

CREATE TABLE "OutlineFigures" (
    "OutlineFigureId" uuid NOT NULL,
    "ReportOutlineId" uuid NOT NULL,
    "OutlineSectionId" uuid NOT NULL,
    "FigureId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Name" character varying(300) NOT NULL,
    "Unit" character varying(40),
    "Origin" integer NOT NULL,
    "Source" character varying(40),
    "Forms" integer[] NOT NULL,
    "Integrated" boolean,
    "TargetId" uuid,
    "Parts" uuid[] NOT NULL,
    "OverId" uuid,
    "IsShare" boolean NOT NULL,
    "MayCorrect" boolean NOT NULL,
    "RollUp" integer NOT NULL,
    "IsCumulative" boolean NOT NULL,
    "CheckIsError" boolean NOT NULL,
    CONSTRAINT "PK_OutlineFigures" PRIMARY KEY ("OutlineFigureId"),
    CONSTRAINT "FK_OutlineFigures_OutlineSections_OutlineSectionId" FOREIGN KEY ("OutlineSectionId") REFERENCES "OutlineSections" ("OutlineSectionId") ON DELETE CASCADE,
    CONSTRAINT "FK_OutlineFigures_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE CASCADE
);

CREATE TABLE "ReportingPeriods" (
    "ReportingPeriodId" uuid NOT NULL,
    "OwnerAgencyId" uuid NOT NULL,
    "ReportOutlineId" uuid NOT NULL,
    "Title" character varying(300) NOT NULL,
    "Every" character varying(10) NOT NULL,
    "Year" integer NOT NULL,
    "Number" integer NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "TreeOn" date NOT NULL,
    "DueOn" date NOT NULL,
    "GraceDays" integer NOT NULL,
    "RemindBefore" integer NOT NULL,
    "RemindAfter" integer NOT NULL,
    "Target" character varying(800) NOT NULL,
    "ThroughAgencyId" uuid,
    "State" integer NOT NULL,
    "JobId" uuid,
    "CreatedAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone,
    "LockedAt" timestamp with time zone,
    "LockReason" character varying(500),
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_ReportingPeriods" PRIMARY KEY ("ReportingPeriodId"),
    CONSTRAINT "FK_ReportingPeriods_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportingPeriods_Agencies_ThroughAgencyId" FOREIGN KEY ("ThroughAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ReportingPeriods_ReportOutlines_ReportOutlineId" FOREIGN KEY ("ReportOutlineId") REFERENCES "ReportOutlines" ("ReportOutlineId") ON DELETE RESTRICT
);

CREATE TABLE "Reports" (
    "ReportId" uuid NOT NULL,
    "ReportingPeriodId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "HolderAgencyId" uuid NOT NULL,
    "ParentReportId" uuid,
    "AgencyName" character varying(200) NOT NULL,
    "Level" integer NOT NULL,
    "SortOrder" integer NOT NULL,
    "State" integer NOT NULL,
    "DueOn" date NOT NULL,
    "ExtensionReason" character varying(500),
    "AskedUntil" date,
    "AskedReason" character varying(500),
    "PrefilledAt" timestamp with time zone,
    "Sendings" integer NOT NULL,
    "FirstSentAt" timestamp with time zone,
    "SentAt" timestamp with time zone,
    "SentById" uuid,
    "AcceptedAt" timestamp with time zone,
    "AcceptedById" uuid,
    "RolledUpAt" timestamp with time zone,
    "UnlockedUntil" date,
    "SignedFileId" uuid,
    "SignedReference" character varying(60),
    "SignedOn" date,
    "ChangedAt" timestamp with time zone NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Reports" PRIMARY KEY ("ReportId"),
    CONSTRAINT "FK_Reports_ReportingPeriods_ReportingPeriodId" FOREIGN KEY ("ReportingPeriodId") REFERENCES "ReportingPeriods" ("ReportingPeriodId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_Reports_ParentReportId" FOREIGN KEY ("ParentReportId") REFERENCES "Reports" ("ReportId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Reports_StoredFiles_SignedFileId" FOREIGN KEY ("SignedFileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "ReportAgencies" (
    "ReportingPeriodId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "ReportId" uuid NOT NULL,
    CONSTRAINT "PK_ReportAgencies" PRIMARY KEY ("ReportingPeriodId", "AgencyId"),
    CONSTRAINT "FK_ReportAgencies_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportVersions" (
    "ReportId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "SentById" uuid,
    "Content" text NOT NULL,
    "Verdict" integer NOT NULL,
    "JudgedAt" timestamp with time zone,
    "JudgedById" uuid,
    "Remark" character varying(4000),
    CONSTRAINT "PK_ReportVersions" PRIMARY KEY ("ReportId", "Number"),
    CONSTRAINT "FK_ReportVersions_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportFigures" (
    "ReportId" uuid NOT NULL,
    "FigureId" uuid NOT NULL,
    "OwnValue" bigint,
    "OwnOf" bigint,
    "BelowValue" bigint,
    "BelowOf" bigint,
    "GivenValue" bigint,
    "GivenOf" bigint,
    "Reason" character varying(500),
    "GivenById" uuid,
    "GivenAt" timestamp with time zone,
    "Value" bigint,
    "Of" bigint,
    "IsStale" boolean NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_ReportFigures" PRIMARY KEY ("ReportId", "FigureId"),
    CONSTRAINT "FK_ReportFigures_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportTexts" (
    "ReportId" uuid NOT NULL,
    "OutlineSectionId" uuid NOT NULL,
    "Prepared" text NOT NULL,
    "Text" text,
    "Remark" character varying(4000),
    "EditedById" uuid,
    "EditedAt" timestamp with time zone,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_ReportTexts" PRIMARY KEY ("ReportId", "OutlineSectionId"),
    CONSTRAINT "FK_ReportTexts_Reports_ReportId" FOREIGN KEY ("ReportId") REFERENCES "Reports" ("ReportId") ON DELETE CASCADE
);

CREATE TABLE "ReportsTaken" (
    "ParentReportId" uuid NOT NULL,
    "ReportId" uuid NOT NULL,
    "Number" integer NOT NULL,
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
CREATE UNIQUE INDEX "IX_ReportingPeriods_OwnerAgencyId_ReportOutlineId_Every_Year_N~" ON "ReportingPeriods" ("OwnerAgencyId", "ReportOutlineId", "Every", "Year", "Number");
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
