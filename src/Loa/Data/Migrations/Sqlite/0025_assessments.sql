-- How bodies assess the communication of agencies: criteria, agencies, scores; and the months of the sums, which dashboards ask for.

CREATE TABLE "Assessments" (
    "AssessmentId" TEXT NOT NULL CONSTRAINT "PK_Assessments" PRIMARY KEY,
    "OwnerAgencyId" TEXT NOT NULL,
    "PlanId" TEXT NULL,
    "Title" TEXT NOT NULL,
    "Description" TEXT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "ReplacesId" TEXT NULL,
    "Reason" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "PublishedAt" TEXT NULL,
    "PublishedById" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Assessments_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assessments_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Assessments_Assessments_ReplacesId" FOREIGN KEY ("ReplacesId") REFERENCES "Assessments" ("AssessmentId") ON DELETE RESTRICT
);

CREATE TABLE "AssessmentCriteria" (
    "AssessmentCriterionId" TEXT NOT NULL CONSTRAINT "PK_AssessmentCriteria" PRIMARY KEY,
    "AssessmentId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Description" TEXT NULL,
    "MaxPoints" INTEGER NOT NULL,
    "Figure" TEXT NULL,
    "Forms" TEXT NOT NULL,
    "Integrated" INTEGER NULL,
    "Steps" TEXT NULL,
    CONSTRAINT "FK_AssessmentCriteria_Assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "Assessments" ("AssessmentId") ON DELETE CASCADE
);

CREATE TABLE "AssessmentAgencies" (
    "AssessmentId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Remark" TEXT NULL,
    "Total" INTEGER NULL,
    "Rank" INTEGER NULL,
    "ChangedAt" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "PK_AssessmentAgencies" PRIMARY KEY ("AssessmentId", "AgencyId"),
    CONSTRAINT "FK_AssessmentAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssessmentAgencies_Assessments_AssessmentId" FOREIGN KEY ("AssessmentId") REFERENCES "Assessments" ("AssessmentId") ON DELETE CASCADE
);

CREATE TABLE "AssessmentScores" (
    "AssessmentId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "AssessmentCriterionId" TEXT NOT NULL,
    "Value" INTEGER NULL,
    "Of" INTEGER NULL,
    "Computed" INTEGER NULL,
    "Given" INTEGER NULL,
    "Reason" TEXT NULL,
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
