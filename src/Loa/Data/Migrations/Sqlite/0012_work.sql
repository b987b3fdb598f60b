-- What agencies do with their assignments: entries, extensions asked for, difficulties raised upward.

CREATE TABLE "WorkEntries" (
    "WorkEntryId" TEXT NOT NULL CONSTRAINT "PK_WorkEntries" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NULL,
    "Text" TEXT NULL,
    "ProductsDone" INTEGER NULL,
    "Occurrence" INTEGER NULL,
    CONSTRAINT "FK_WorkEntries_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE
);

CREATE TABLE "ExtensionRequests" (
    "ExtensionRequestId" TEXT NOT NULL CONSTRAINT "PK_ExtensionRequests" PRIMARY KEY,
    "AssignmentId" TEXT NOT NULL,
    "AskedById" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "AskedDueOn" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "DecidedById" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "GrantedDueOn" TEXT NULL,
    "Answer" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_ExtensionRequests_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE
);

CREATE TABLE "Difficulties" (
    "DifficultyId" TEXT NOT NULL CONSTRAINT "PK_Difficulties" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "AssignmentId" TEXT NULL,
    "RaisedByAgencyId" TEXT NOT NULL,
    "RaisedById" TEXT NOT NULL,
    "RaisedAt" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "WithAgencyId" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Difficulties_Agencies_RaisedByAgencyId" FOREIGN KEY ("RaisedByAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Difficulties_Agencies_WithAgencyId" FOREIGN KEY ("WithAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Difficulties_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE SET NULL,
    CONSTRAINT "FK_Difficulties_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT
);

CREATE TABLE "DifficultySteps" (
    "DifficultyStepId" TEXT NOT NULL CONSTRAINT "PK_DifficultySteps" PRIMARY KEY,
    "DifficultyId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ToAgencyId" TEXT NULL,
    CONSTRAINT "FK_DifficultySteps_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_DifficultySteps_Agencies_ToAgencyId" FOREIGN KEY ("ToAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_DifficultySteps_Difficulties_DifficultyId" FOREIGN KEY ("DifficultyId") REFERENCES "Difficulties" ("DifficultyId") ON DELETE CASCADE
);

CREATE INDEX "IX_WorkEntries_AssignmentId_At" ON "WorkEntries" ("AssignmentId", "At");
CREATE INDEX "IX_ExtensionRequests_AssignmentId" ON "ExtensionRequests" ("AssignmentId");
CREATE INDEX "IX_ExtensionRequests_State_AskedAt" ON "ExtensionRequests" ("State", "AskedAt");
CREATE INDEX "IX_Difficulties_AssignmentId" ON "Difficulties" ("AssignmentId");
CREATE INDEX "IX_Difficulties_PlanId" ON "Difficulties" ("PlanId");
CREATE INDEX "IX_Difficulties_RaisedByAgencyId" ON "Difficulties" ("RaisedByAgencyId");
CREATE INDEX "IX_Difficulties_WithAgencyId_State" ON "Difficulties" ("WithAgencyId", "State");
CREATE INDEX "IX_DifficultySteps_AgencyId" ON "DifficultySteps" ("AgencyId");
CREATE INDEX "IX_DifficultySteps_DifficultyId" ON "DifficultySteps" ("DifficultyId");
CREATE INDEX "IX_DifficultySteps_ToAgencyId" ON "DifficultySteps" ("ToAgencyId");
