-- Agencies through time: dated states, reorganisations with what they touched, head counts, contact.

ALTER TABLE "Agencies" ADD COLUMN "OfficialCode" character varying(40);
ALTER TABLE "Agencies" ADD COLUMN "Address" character varying(300);
ALTER TABLE "Agencies" ADD COLUMN "Phone" character varying(300);
ALTER TABLE "Agencies" ADD COLUMN "Email" character varying(300);
ALTER TABLE "Agencies" ADD COLUMN "Website" character varying(300);
ALTER TABLE "Agencies" ADD COLUMN "Tags" character varying(300);
ALTER TABLE "Agencies" ADD COLUMN "FocalOfficerId" uuid;
ALTER TABLE "AgencyNames" ADD COLUMN "From" date;
ALTER TABLE "AgencyNames" ADD COLUMN "To" date;
ALTER TABLE "AgencyGroups" ADD COLUMN "Tags" character varying(300);
ALTER TABLE "AgencyGroups" ADD COLUMN "SubtreeRootId" uuid;
ALTER TABLE "AgencyGroups" ADD CONSTRAINT "FK_AgencyGroups_Agencies_SubtreeRootId" FOREIGN KEY ("SubtreeRootId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT;

CREATE TABLE "AgencyStates" (
    "AgencyStateId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "From" date,
    "To" date,
    "ParentId" uuid,
    "Kind" integer NOT NULL,
    "Level" integer NOT NULL,
    "Name" character varying(200) NOT NULL,
    "ShortName" character varying(80) NOT NULL,
    CONSTRAINT "PK_AgencyStates" PRIMARY KEY ("AgencyStateId"),
    CONSTRAINT "FK_AgencyStates_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AgencyStates_Agencies_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "AgencyHeadcounts" (
    "AgencyId" uuid NOT NULL,
    "CountedOn" date NOT NULL,
    "Count" integer NOT NULL,
    CONSTRAINT "PK_AgencyHeadcounts" PRIMARY KEY ("AgencyId", "CountedOn"),
    CONSTRAINT "FK_AgencyHeadcounts_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE
);

CREATE TABLE "AgencyChanges" (
    "AgencyChangeId" uuid NOT NULL,
    "Kind" integer NOT NULL,
    "EffectiveOn" date NOT NULL,
    "Document" character varying(300) NOT NULL,
    "Note" character varying(1000),
    "RecordedById" uuid,
    "RecordedAt" timestamp with time zone NOT NULL,
    "TookEffectAt" timestamp with time zone,
    "TakenBackAt" timestamp with time zone,
    "Log" text NOT NULL,
    CONSTRAINT "PK_AgencyChanges" PRIMARY KEY ("AgencyChangeId")
);

CREATE TABLE "AgencyChangeParts" (
    "AgencyChangeId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Role" integer NOT NULL,
    "Ordinal" integer NOT NULL,
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
