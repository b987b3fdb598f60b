-- Steering documents, exemplars and shortcomings, and what proves the criteria of an assessment or index.

CREATE TABLE "Directives" (
    "DirectiveId" TEXT NOT NULL CONSTRAINT "PK_Directives" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "ReferenceKey" TEXT NULL,
    "IssuedOn" TEXT NOT NULL,
    "Excerpt" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "Signer" TEXT NULL,
    "FileId" TEXT NULL,
    "PlanId" TEXT NULL,
    "PublishedAt" TEXT NULL,
    "PublishedById" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Directives_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT
);

CREATE TABLE "Exemplars" (
    "ExemplarId" TEXT NOT NULL CONSTRAINT "PK_Exemplars" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "ActivityId" TEXT NULL,
    "Title" TEXT NOT NULL,
    "Story" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "NominatedAt" TEXT NOT NULL,
    "NominatedById" TEXT NULL,
    "ReviewedAt" TEXT NULL,
    "ReviewedById" TEXT NULL,
    "Remark" TEXT NULL,
    "PublishedAt" TEXT NULL,
    "PublishedById" TEXT NULL,
    "Decision" TEXT NULL,
    "Remedy" TEXT NULL,
    "RemediedOn" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Exemplars_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Exemplars_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT
);

CREATE TABLE "ExemplarUses" (
    "ExemplarId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "ActivityId" TEXT NULL,
    "Note" TEXT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NULL,
    CONSTRAINT "PK_ExemplarUses" PRIMARY KEY ("ExemplarId", "AgencyId"),
    CONSTRAINT "FK_ExemplarUses_Exemplars_ExemplarId" FOREIGN KEY ("ExemplarId") REFERENCES "Exemplars" ("ExemplarId") ON DELETE CASCADE,
    CONSTRAINT "FK_ExemplarUses_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ExemplarUses_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT
);

CREATE TABLE "EvidenceFiles" (
    "EvidenceFileId" TEXT NOT NULL CONSTRAINT "PK_EvidenceFiles" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "Index" TEXT NOT NULL,
    "IndexFolded" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Note" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "CreatedById" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_EvidenceFiles_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "EvidenceFileItems" (
    "EvidenceFileItemId" TEXT NOT NULL CONSTRAINT "PK_EvidenceFileItems" PRIMARY KEY,
    "EvidenceFileId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "ActivityId" TEXT NULL,
    "DirectiveId" TEXT NULL,
    "FileId" TEXT NULL,
    "Caption" TEXT NULL,
    CONSTRAINT "FK_EvidenceFileItems_EvidenceFiles_EvidenceFileId" FOREIGN KEY ("EvidenceFileId") REFERENCES "EvidenceFiles" ("EvidenceFileId") ON DELETE CASCADE,
    CONSTRAINT "FK_EvidenceFileItems_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT,
    CONSTRAINT "FK_EvidenceFileItems_Directives_DirectiveId" FOREIGN KEY ("DirectiveId") REFERENCES "Directives" ("DirectiveId") ON DELETE RESTRICT,
    CONSTRAINT "FK_EvidenceFileItems_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Directives_ActivityId" ON "Directives" ("ActivityId");
CREATE INDEX "IX_Directives_AgencyId_IssuedOn" ON "Directives" ("AgencyId", "IssuedOn");
CREATE INDEX "IX_Directives_PublishedAt_DirectiveId" ON "Directives" ("PublishedAt", "DirectiveId");
CREATE INDEX "IX_Directives_FileId" ON "Directives" ("FileId");
CREATE INDEX "IX_Directives_PlanId" ON "Directives" ("PlanId");
CREATE INDEX "IX_Exemplars_AgencyId_NominatedAt" ON "Exemplars" ("AgencyId", "NominatedAt");
CREATE INDEX "IX_Exemplars_State_NominatedAt" ON "Exemplars" ("State", "NominatedAt");
CREATE INDEX "IX_Exemplars_ActivityId" ON "Exemplars" ("ActivityId");
CREATE INDEX "IX_ExemplarUses_AgencyId" ON "ExemplarUses" ("AgencyId");
CREATE INDEX "IX_ExemplarUses_ActivityId" ON "ExemplarUses" ("ActivityId");
CREATE UNIQUE INDEX "IX_EvidenceFiles_AgencyId_Year_IndexFolded_Code" ON "EvidenceFiles" ("AgencyId", "Year", "IndexFolded", "Code");
CREATE INDEX "IX_EvidenceFileItems_EvidenceFileId_Ordinal" ON "EvidenceFileItems" ("EvidenceFileId", "Ordinal");
CREATE INDEX "IX_EvidenceFileItems_ActivityId" ON "EvidenceFileItems" ("ActivityId");
CREATE INDEX "IX_EvidenceFileItems_DirectiveId" ON "EvidenceFileItems" ("DirectiveId");
CREATE INDEX "IX_EvidenceFileItems_FileId" ON "EvidenceFileItems" ("FileId");
