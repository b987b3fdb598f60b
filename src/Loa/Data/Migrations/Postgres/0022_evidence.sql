-- What proves an activity, the words of linked pages, files that arrive in pieces, and what the administrator decides about all of them.

CREATE TABLE "Evidence" (
    "EvidenceId" uuid NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
    "ActivityId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Caption" character varying(300),
    "FileId" uuid,
    "Kind" integer,
    "SmallFileId" uuid,
    "Url" character varying(2000),
    "LinkTitle" character varying(300),
    "Link" integer,
    "LinkCheckedAt" timestamp with time zone,
    "AddedAt" timestamp with time zone NOT NULL,
    "AddedById" uuid,
    "RemovedAt" timestamp with time zone,
    "RemovedById" uuid,
    "Scan" integer NOT NULL,
    "ScannedAt" timestamp with time zone,
    "ScanNote" character varying(200),
    CONSTRAINT "FK_Evidence_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_Evidence_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Evidence_StoredFiles_SmallFileId" FOREIGN KEY ("SmallFileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "LinkSnapshots" (
    "EvidenceId" uuid NOT NULL CONSTRAINT "PK_LinkSnapshots" PRIMARY KEY,
    "Text" text NOT NULL,
    "TakenAt" timestamp with time zone NOT NULL,
    CONSTRAINT "FK_LinkSnapshots_Evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES "Evidence" ("EvidenceId") ON DELETE CASCADE
);

CREATE TABLE "PartialUploads" (
    "PartialUploadId" uuid NOT NULL CONSTRAINT "PK_PartialUploads" PRIMARY KEY,
    "ActivityId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "FileName" character varying(255) NOT NULL,
    "Length" bigint NOT NULL,
    "ModifiedAt" bigint NOT NULL,
    "StartedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "FK_PartialUploads_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE
);

CREATE TABLE "EvidenceRules" (
    "EvidenceRulesId" integer NOT NULL CONSTRAINT "PK_EvidenceRules" PRIMARY KEY,
    "KeptDays" integer,
    "ServesUnscanned" boolean NOT NULL,
    "UpkeptOn" date
);

INSERT INTO "EvidenceRules" ("EvidenceRulesId", "ServesUnscanned") VALUES (1, true);

CREATE INDEX "IX_Evidence_ActivityId_Ordinal" ON "Evidence" ("ActivityId", "Ordinal");
CREATE INDEX "IX_Evidence_FileId" ON "Evidence" ("FileId");
CREATE INDEX "IX_Evidence_SmallFileId" ON "Evidence" ("SmallFileId");
CREATE INDEX "IX_Evidence_RemovedAt" ON "Evidence" ("RemovedAt");
CREATE INDEX "IX_Evidence_Scan_EvidenceId" ON "Evidence" ("Scan", "EvidenceId");
CREATE INDEX "IX_Evidence_LinkCheckedAt" ON "Evidence" ("LinkCheckedAt");
CREATE INDEX "IX_PartialUploads_ActivityId_UserId" ON "PartialUploads" ("ActivityId", "UserId");
CREATE INDEX "IX_PartialUploads_StartedAt" ON "PartialUploads" ("StartedAt");
