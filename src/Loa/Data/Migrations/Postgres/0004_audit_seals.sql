-- Sealed audit log: batches, their members, what waits, and who stands behind a reference.

CREATE TABLE "AuditActors" (
    "AuditActorId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    CONSTRAINT "PK_AuditActors" PRIMARY KEY ("AuditActorId")
);

CREATE TABLE "AuditPending" (
    "AuditProcessId" uuid NOT NULL,
    CONSTRAINT "PK_AuditPending" PRIMARY KEY ("AuditProcessId"),
    CONSTRAINT "FK_AuditPending_AuditProcesses_AuditProcessId" FOREIGN KEY ("AuditProcessId") REFERENCES "AuditProcesses" ("AuditProcessId") ON DELETE RESTRICT
);

CREATE TABLE "AuditSeals" (
    "AuditSealId" bigint NOT NULL,
    "PreviousHash" bytea NOT NULL,
    "Hash" bytea NOT NULL,
    "Signature" bytea NOT NULL,
    "KeyId" character varying(16) NOT NULL,
    "ProcessCount" integer NOT NULL,
    "SealedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_AuditSeals" PRIMARY KEY ("AuditSealId")
);

CREATE TABLE "AuditSealMembers" (
    "AuditSealId" bigint NOT NULL,
    "Position" integer NOT NULL,
    "AuditProcessId" uuid NOT NULL,
    "Hash" bytea NOT NULL,
    CONSTRAINT "PK_AuditSealMembers" PRIMARY KEY ("AuditSealId", "Position"),
    CONSTRAINT "FK_AuditSealMembers_AuditSeals_AuditSealId" FOREIGN KEY ("AuditSealId") REFERENCES "AuditSeals" ("AuditSealId") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_AuditActors_UserId" ON "AuditActors" ("UserId");

CREATE UNIQUE INDEX "IX_AuditSealMembers_AuditProcessId" ON "AuditSealMembers" ("AuditProcessId");

-- Records made so far name the user; from now on a random reference.
INSERT INTO "AuditActors" ("AuditActorId", "UserId")
SELECT gen_random_uuid(), "ActorId" FROM (SELECT DISTINCT "ActorId" FROM "AuditProcesses" WHERE "ActorId" IS NOT NULL) AS known;

UPDATE "AuditProcesses" SET "ActorId" = "AuditActors"."AuditActorId" FROM "AuditActors" WHERE "AuditActors"."UserId" = "AuditProcesses"."ActorId";

-- They are sealed as soon as the new program runs.
INSERT INTO "AuditPending" ("AuditProcessId") SELECT "AuditProcessId" FROM "AuditProcesses";
