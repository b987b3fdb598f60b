-- Steering documents, exemplars and shortcomings, and what proves the criteria of an assessment or index.

CREATE TABLE "Directives" (
    "DirectiveId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "ActivityId" uuid NOT NULL,
    "Kind" character varying(60) NOT NULL,
    "Reference" character varying(60) NOT NULL,
    "ReferenceKey" character varying(60),
    "IssuedOn" date NOT NULL,
    "Excerpt" character varying(1000) NOT NULL,
    "Summary" character varying(4000),
    "Signer" character varying(200),
    "FileId" uuid,
    "PlanId" uuid,
    "PublishedAt" timestamp with time zone,
    "PublishedById" uuid,
    "SearchText" text NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Directives" PRIMARY KEY ("DirectiveId"),
    CONSTRAINT "FK_Directives_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Directives_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT
);

CREATE TABLE "Exemplars" (
    "ExemplarId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Kind" integer NOT NULL,
    "ActivityId" uuid,
    "Title" character varying(500) NOT NULL,
    "Story" character varying(8000) NOT NULL,
    "State" integer NOT NULL,
    "NominatedAt" timestamp with time zone NOT NULL,
    "NominatedById" uuid,
    "ReviewedAt" timestamp with time zone,
    "ReviewedById" uuid,
    "Remark" character varying(1000),
    "PublishedAt" timestamp with time zone,
    "PublishedById" uuid,
    "Decision" character varying(200),
    "Remedy" character varying(8000),
    "RemediedOn" date,
    "SearchText" text NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Exemplars" PRIMARY KEY ("ExemplarId"),
    CONSTRAINT "FK_Exemplars_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Exemplars_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT
);

CREATE TABLE "ExemplarUses" (
    "ExemplarId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "ActivityId" uuid,
    "Note" character varying(2000),
    "At" timestamp with time zone NOT NULL,
    "ById" uuid,
    CONSTRAINT "PK_ExemplarUses" PRIMARY KEY ("ExemplarId", "AgencyId"),
    CONSTRAINT "FK_ExemplarUses_Exemplars_ExemplarId" FOREIGN KEY ("ExemplarId") REFERENCES "Exemplars" ("ExemplarId") ON DELETE CASCADE,
    CONSTRAINT "FK_ExemplarUses_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_ExemplarUses_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE RESTRICT
);

CREATE TABLE "EvidenceFiles" (
    "EvidenceFileId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Index" character varying(200) NOT NULL,
    "IndexFolded" character varying(200) NOT NULL,
    "Year" integer NOT NULL,
    "Code" character varying(30) NOT NULL,
    "Title" character varying(500) NOT NULL,
    "Note" character varying(2000),
    "CreatedAt" timestamp with time zone NOT NULL,
    "CreatedById" uuid,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_EvidenceFiles" PRIMARY KEY ("EvidenceFileId"),
    CONSTRAINT "FK_EvidenceFiles_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "EvidenceFileItems" (
    "EvidenceFileItemId" uuid NOT NULL,
    "EvidenceFileId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "ActivityId" uuid,
    "DirectiveId" uuid,
    "FileId" uuid,
    "Caption" character varying(500),
    CONSTRAINT "PK_EvidenceFileItems" PRIMARY KEY ("EvidenceFileItemId"),
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
