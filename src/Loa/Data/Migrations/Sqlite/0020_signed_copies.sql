-- Signed copies of a plan that were replaced by later ones.

CREATE TABLE "PlanSignedCopies" (
    "PlanId" TEXT NOT NULL,
    "FileId" TEXT NOT NULL,
    "ReplacedAt" TEXT NOT NULL,
    CONSTRAINT "PK_PlanSignedCopies" PRIMARY KEY ("PlanId", "FileId"),
    CONSTRAINT "FK_PlanSignedCopies_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE,
    CONSTRAINT "FK_PlanSignedCopies_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE INDEX "IX_PlanSignedCopies_FileId" ON "PlanSignedCopies" ("FileId");
