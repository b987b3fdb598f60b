-- How bodies assess the communication of agencies: criteria, agencies, scores; and the months of the sums, which dashboards ask for.

CREATE TABLE "Assessments" (
    "AssessmentId" uuid NOT NULL,
    "OwnerAgencyId" uuid NOT NULL,
    "PlanId" uuid,
    "Title" character varying(300) NOT NULL,
    "Description" character varying(4000),
    "From" date NOT NULL,
    "To" date NOT NULL,
    "State" integer NOT NULL,
    "Version" integer NOT NULL,
    "ReplacesId" uuid,
    "Reason" character varying(500),
    "CreatedAt" timestamp with time zone NOT NULL,
    "ChangedAt" timestamp with time zone NOT NULL,
    "PublishedAt" timestamp with time zone,
    "PublishedById" uuid,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Assessments" PRIMARY KEY ("AssessmentId"),
    CONSTRAINT "FK_Assessments_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assessments_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assessments_Assessments_ReplacesId" FOREIGN KEY ("ReplacesId") REFERENCES "Assessments" ("AssessmentId") ON DELETE RESTRICT
);

CREATE TABLE "AssessmentCriteria" (
    "AssessmentCriterionId" uuid NOT NULL,
    "AssessmentId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Name" character varying(300) NOT NULL,
    "Description" character varying(2000),
    "MaxPoints" integer NOT NULL,
    "Figure" character varying(40),
    "Forms" integer[] NOT NULL,
    "Integrated" boolean,
    "Steps" character varying(500),
    CONSTRAINT "PK_AssessmentCriteria" PRIMARY KEY ("AssessmentCriterionId"),
    CONSTRAINT "FK_AssessmentCriteria_Assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "Assessments" ("AssessmentId") ON DELETE CASCADE
);

CREATE TABLE "AssessmentAgencies" (
    "AssessmentId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Remark" character varying(4000),
    "Total" integer,
    "Rank" integer,
    "ChangedAt" timestamp with time zone NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_AssessmentAgencies" PRIMARY KEY ("AssessmentId", "AgencyId"),
    CONSTRAINT "FK_AssessmentAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssessmentAgencies_Assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "Assessments" ("AssessmentId") ON DELETE CASCADE
);

CREATE TABLE "AssessmentScores" (
    "AssessmentId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "AssessmentCriterionId" uuid NOT NULL,
    "Value" bigint,
    "Of" bigint,
    "Computed" integer,
    "Given" integer,
    "Reason" character varying(500),
    CONSTRAINT "PK_AssessmentScores" PRIMARY KEY ("AssessmentId", "AgencyId", "AssessmentCriterionId"),
    CONSTRAINT "FK_AssessmentScores_AssessmentAgencies_AssessmentId_AgencyId" FOREIGN KEY ("AssessmentId", "AgencyId") REFERENCES "AssessmentAgencies" ("AssessmentId", "AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AssessmentScores_AssessmentCriteria_AssessmentCriterionId" FOREIGN KEY ("AssessmentCriterionId") REFERENCES "AssessmentCriteria" ("AssessmentCriterionId") ON DELETE CASCADE
);

CREATE INDEX "IX_Assessments_OwnerAgencyId" ON "Assessments" ("OwnerAgencyId");
CREATE INDEX "IX_Assessments_PlanId" ON "Assessments" ("PlanId");
CREATE UNIQUE INDEX "IX_Assessments_ReplacesId" ON "Assessments" ("ReplacesId");
CREATE INDEX "IX_AssessmentCriteria_AssessmentId" ON "AssessmentCriteria" ("AssessmentId");
CREATE INDEX "IX_AssessmentAgencies_AgencyId" ON "AssessmentAgencies" ("AgencyId");
CREATE INDEX "IX_AssessmentScores_AssessmentCriterionId" ON "AssessmentScores" ("AssessmentCriterionId");
CREATE INDEX "IX_ActivityTotals_Month" ON "ActivityTotals" ("Month");
CREATE INDEX "IX_ActivityTopicTotals_Month" ON "ActivityTopicTotals" ("Month");
