-- Sealed audit log: batches, their members, what waits, and who stands behind a reference.

CREATE TABLE "AuditActors" (
    "AuditActorId" TEXT NOT NULL CONSTRAINT "PK_AuditActors" PRIMARY KEY,
    "UserId" TEXT NOT NULL
);

CREATE TABLE "AuditPending" (
    "AuditProcessId" TEXT NOT NULL CONSTRAINT "PK_AuditPending" PRIMARY KEY,
    CONSTRAINT "FK_AuditPending_AuditProcesses_AuditProcessId" FOREIGN KEY ("AuditProcessId") REFERENCES "AuditProcesses" ("AuditProcessId") ON DELETE RESTRICT
);

CREATE TABLE "AuditSeals" (
    "AuditSealId" INTEGER NOT NULL CONSTRAINT "PK_AuditSeals" PRIMARY KEY,
    "PreviousHash" BLOB NOT NULL,
    "Hash" BLOB NOT NULL,
    "Signature" BLOB NOT NULL,
    "KeyId" TEXT NOT NULL,
    "ProcessCount" INTEGER NOT NULL,
    "SealedAt" TEXT NOT NULL
);

CREATE TABLE "AuditSealMembers" (
    "AuditSealId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    "AuditProcessId" TEXT NOT NULL,
    "Hash" BLOB NOT NULL,
    CONSTRAINT "PK_AuditSealMembers" PRIMARY KEY ("AuditSealId", "Position"),
    CONSTRAINT "FK_AuditSealMembers_AuditSeals_AuditSealId" FOREIGN KEY ("AuditSealId") REFERENCES "AuditSeals" ("AuditSealId") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_AuditActors_UserId" ON "AuditActors" ("UserId");

CREATE UNIQUE INDEX "IX_AuditSealMembers_AuditProcessId" ON "AuditSealMembers" ("AuditProcessId");

-- Records made so far name the user; from now on a random reference (as the program writes a Guid: upper case, with dashes).
INSERT INTO "AuditActors" ("AuditActorId", "UserId")
SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21), "UserId"
FROM (SELECT DISTINCT "ActorId" AS "UserId", hex(randomblob(16)) AS h FROM (SELECT DISTINCT "ActorId" FROM "AuditProcesses" WHERE "ActorId" IS NOT NULL));

UPDATE "AuditProcesses" SET "ActorId" = (SELECT "AuditActorId" FROM "AuditActors" WHERE "UserId" = "AuditProcesses"."ActorId") WHERE "ActorId" IS NOT NULL;

-- They are sealed as soon as the new program runs.
INSERT INTO "AuditPending" ("AuditProcessId") SELECT "AuditProcessId" FROM "AuditProcesses";
