-- What proves an activity, the words of linked pages, files that arrive in pieces, and what the administrator decides about all of them.

CREATE TABLE "Evidence" (
    "EvidenceId" TEXT NOT NULL CONSTRAINT "PK_Evidence" PRIMARY KEY,
    "ActivityId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Caption" TEXT NULL,
    "FileId" TEXT NULL,
    "Kind" INTEGER NULL,
    "SmallFileId" TEXT NULL,
    "Url" TEXT NULL,
    "LinkTitle" TEXT NULL,
    "Link" INTEGER NULL,
    "LinkCheckedAt" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedById" TEXT NULL,
    "RemovedAt" TEXT NULL,
    "RemovedById" TEXT NULL,
    "Scan" INTEGER NOT NULL,
    "ScannedAt" TEXT NULL,
    "ScanNote" TEXT NULL,
    CONSTRAINT "FK_Evidence_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_Evidence_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Evidence_StoredFiles_SmallFileId" FOREIGN KEY ("SmallFileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "LinkSnapshots" (
    "EvidenceId" TEXT NOT NULL CONSTRAINT "PK_LinkSnapshots" PRIMARY KEY,
    "Text" TEXT NOT NULL,
    "TakenAt" TEXT NOT NULL,
    CONSTRAINT "FK_LinkSnapshots_Evidence_EvidenceId" FOREIGN KEY ("EvidenceId") REFERENCES "Evidence" ("EvidenceId") ON DELETE CASCADE
);

CREATE TABLE "PartialUploads" (
    "PartialUploadId" TEXT NOT NULL CONSTRAINT "PK_PartialUploads" PRIMARY KEY,
    "ActivityId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "ModifiedAt" INTEGER NOT NULL,
    "StartedAt" TEXT NOT NULL,
    CONSTRAINT "FK_PartialUploads_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE
);

CREATE TABLE "EvidenceRules" (
    "EvidenceRulesId" INTEGER NOT NULL CONSTRAINT "PK_EvidenceRules" PRIMARY KEY,
    "KeptDays" INTEGER NULL,
    "ServesUnscanned" INTEGER NOT NULL,
    "UpkeptOn" TEXT NULL
);

INSERT INTO "EvidenceRules" ("EvidenceRulesId", "ServesUnscanned") VALUES (1, 1);

CREATE INDEX "IX_Evidence_ActivityId_Ordinal" ON "Evidence" ("ActivityId", "Ordinal");
CREATE INDEX "IX_Evidence_FileId" ON "Evidence" ("FileId");
CREATE INDEX "IX_Evidence_SmallFileId" ON "Evidence" ("SmallFileId");
CREATE INDEX "IX_Evidence_RemovedAt" ON "Evidence" ("RemovedAt");
CREATE INDEX "IX_Evidence_Scan_EvidenceId" ON "Evidence" ("Scan", "EvidenceId");
CREATE INDEX "IX_Evidence_LinkCheckedAt" ON "Evidence" ("LinkCheckedAt");
CREATE INDEX "IX_PartialUploads_ActivityId_UserId" ON "PartialUploads" ("ActivityId", "UserId");
CREATE INDEX "IX_PartialUploads_StartedAt" ON "PartialUploads" ("StartedAt");
