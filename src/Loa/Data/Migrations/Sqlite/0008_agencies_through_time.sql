-- Agencies through time: dated states, reorganisations with what they touched, head counts, contact.

ALTER TABLE "Agencies" ADD COLUMN "OfficialCode" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "Address" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "Phone" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "Email" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "Website" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "Tags" TEXT NULL;
ALTER TABLE "Agencies" ADD COLUMN "FocalOfficerId" TEXT NULL;
ALTER TABLE "AgencyNames" ADD COLUMN "From" TEXT NULL;
ALTER TABLE "AgencyNames" ADD COLUMN "To" TEXT NULL;
ALTER TABLE "AgencyGroups" ADD COLUMN "Tags" TEXT NULL;
ALTER TABLE "AgencyGroups" ADD COLUMN "SubtreeRootId" TEXT NULL CONSTRAINT "FK_AgencyGroups_Agencies_SubtreeRootId" REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT;

CREATE TABLE "AgencyStates" (
    "AgencyStateId" TEXT NOT NULL CONSTRAINT "PK_AgencyStates" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "From" TEXT NULL,
    "To" TEXT NULL,
    "ParentId" TEXT NULL,
    "Kind" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NOT NULL,
    CONSTRAINT "FK_AgencyStates_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AgencyStates_Agencies_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "AgencyHeadcounts" (
    "AgencyId" TEXT NOT NULL,
    "CountedOn" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_AgencyHeadcounts" PRIMARY KEY ("AgencyId", "CountedOn"),
    CONSTRAINT "FK_AgencyHeadcounts_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE
);

CREATE TABLE "AgencyChanges" (
    "AgencyChangeId" TEXT NOT NULL CONSTRAINT "PK_AgencyChanges" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "EffectiveOn" TEXT NOT NULL,
    "Document" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedById" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "TookEffectAt" TEXT NULL,
    "TakenBackAt" TEXT NULL,
    "Log" TEXT NOT NULL
);

CREATE TABLE "AgencyChangeParts" (
    "AgencyChangeId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    CONSTRAINT "PK_AgencyChangeParts" PRIMARY KEY ("AgencyChangeId", "AgencyId", "Role"),
    CONSTRAINT "FK_AgencyChangeParts_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgencyChangeParts_AgencyChanges_AgencyChangeId" FOREIGN KEY ("AgencyChangeId") REFERENCES "AgencyChanges" ("AgencyChangeId") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Agencies_OfficialCode" ON "Agencies" ("OfficialCode");
CREATE INDEX "IX_AgencyGroups_SubtreeRootId" ON "AgencyGroups" ("SubtreeRootId");
CREATE INDEX "IX_AgencyStates_AgencyId_From" ON "AgencyStates" ("AgencyId", "From");
CREATE INDEX "IX_AgencyStates_ParentId" ON "AgencyStates" ("ParentId");
CREATE INDEX "IX_AgencyChanges_EffectiveOn_AgencyChangeId" ON "AgencyChanges" ("EffectiveOn", "AgencyChangeId");
CREATE INDEX "IX_AgencyChangeParts_AgencyId" ON "AgencyChangeParts" ("AgencyId");

-- What each agency is today it has been as long as it was recorded to exist. The first state takes the agency's own id.
INSERT INTO "AgencyStates" ("AgencyStateId", "AgencyId", "From", "To", "ParentId", "Kind", "Level", "Name", "ShortName")
SELECT "AgencyId", "AgencyId", "ValidFrom", "ValidTo", "ParentId", "Kind", "Level", "Name", "ShortName" FROM "Agencies";
