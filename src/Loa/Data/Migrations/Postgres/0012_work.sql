-- What agencies do with their assignments: entries, extensions asked for, difficulties raised upward.

CREATE TABLE "WorkEntries" (
    "WorkEntryId" uuid NOT NULL,
    "AssignmentId" uuid NOT NULL,
    "Kind" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid,
    "Text" character varying(2000),
    "ProductsDone" integer,
    "Occurrence" integer,
    CONSTRAINT "PK_WorkEntries" PRIMARY KEY ("WorkEntryId"),
    CONSTRAINT "FK_WorkEntries_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE
);

CREATE TABLE "ExtensionRequests" (
    "ExtensionRequestId" uuid NOT NULL,
    "AssignmentId" uuid NOT NULL,
    "AskedById" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "DueOn" date NOT NULL,
    "AskedDueOn" date NOT NULL,
    "Reason" character varying(1000) NOT NULL,
    "State" integer NOT NULL,
    "DecidedById" uuid,
    "DecidedAt" timestamp with time zone,
    "GrantedDueOn" date,
    "Answer" character varying(1000),
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_ExtensionRequests" PRIMARY KEY ("ExtensionRequestId"),
    CONSTRAINT "FK_ExtensionRequests_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE CASCADE
);

CREATE TABLE "Difficulties" (
    "DifficultyId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "AssignmentId" uuid,
    "RaisedByAgencyId" uuid NOT NULL,
    "RaisedById" uuid NOT NULL,
    "RaisedAt" timestamp with time zone NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "WithAgencyId" uuid NOT NULL,
    "State" integer NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Difficulties" PRIMARY KEY ("DifficultyId"),
    CONSTRAINT "FK_Difficulties_Agencies_RaisedByAgencyId" FOREIGN KEY ("RaisedByAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Difficulties_Agencies_WithAgencyId" FOREIGN KEY ("WithAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Difficulties_Assignments_AssignmentId" FOREIGN KEY ("AssignmentId") REFERENCES "Assignments" ("AssignmentId") ON DELETE SET NULL,
    CONSTRAINT "FK_Difficulties_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT
);

CREATE TABLE "DifficultySteps" (
    "DifficultyStepId" uuid NOT NULL,
    "DifficultyId" uuid NOT NULL,
    "Kind" integer NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Text" character varying(4000) NOT NULL,
    "ToAgencyId" uuid,
    CONSTRAINT "PK_DifficultySteps" PRIMARY KEY ("DifficultyStepId"),
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
