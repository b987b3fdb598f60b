-- Circulation: what is sent to staff for reading, who was asked, who acknowledged, who was told directly.

CREATE TABLE "Circulations" (
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "SentById" uuid NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "SentOn" date NOT NULL,
    "Title" character varying(300) NOT NULL,
    "Message" character varying(2000),
    "PlanId" uuid,
    "FileId" uuid,
    "ReadBy" date,
    "State" integer NOT NULL,
    "WithdrawnReason" character varying(500),
    "WithdrawnAt" timestamp with time zone,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Circulations" PRIMARY KEY ("CirculationId"),
    CONSTRAINT "FK_Circulations_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Circulations_StoredFiles_FileId" FOREIGN KEY ("FileId") REFERENCES "StoredFiles" ("StoredFileId") ON DELETE RESTRICT
);

CREATE TABLE "CirculationAgencies" (
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    CONSTRAINT "PK_CirculationAgencies" PRIMARY KEY ("CirculationId", "AgencyId"),
    CONSTRAINT "FK_CirculationAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationAgencies_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "CirculationRecipients" (
    "CirculationId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "AskedAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone,
    "AcknowledgedAt" timestamp with time zone,
    "RemindedOn" date,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_CirculationRecipients" PRIMARY KEY ("CirculationId", "UserId"),
    CONSTRAINT "FK_CirculationRecipients_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_CirculationRecipients_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE,
    CONSTRAINT "FK_CirculationRecipients_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CirculationRemarks" (
    "CirculationRemarkId" uuid NOT NULL,
    "CirculationId" uuid NOT NULL,
    "ReaderId" uuid NOT NULL,
    "ById" uuid NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Text" character varying(2000) NOT NULL,
    "IsAnswer" boolean NOT NULL,
    CONSTRAINT "PK_CirculationRemarks" PRIMARY KEY ("CirculationRemarkId"),
    CONSTRAINT "FK_CirculationRemarks_Circulations_CirculationId" FOREIGN KEY ("CirculationId") REFERENCES "Circulations" ("CirculationId") ON DELETE CASCADE
);

CREATE TABLE "CirculationDirects" (
    "CirculationDirectId" uuid NOT NULL,
    "CirculationId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "People" integer NOT NULL,
    "HeldOn" date NOT NULL,
    "Form" integer NOT NULL,
    "Note" character varying(500),
    "RecordedById" uuid NOT NULL,
    "RecordedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CirculationDirects" PRIMARY KEY ("CirculationDirectId"),
    CONSTRAINT "FK_CirculationDirects_CirculationAgencies_CirculationId_Agency~" FOREIGN KEY ("CirculationId", "AgencyId") REFERENCES "CirculationAgencies" ("CirculationId", "AgencyId") ON DELETE CASCADE
);

CREATE INDEX "IX_CirculationAgencies_AgencyId" ON "CirculationAgencies" ("AgencyId");
CREATE INDEX "IX_CirculationDirects_CirculationId_AgencyId" ON "CirculationDirects" ("CirculationId", "AgencyId");
CREATE INDEX "IX_CirculationRecipients_AgencyId" ON "CirculationRecipients" ("AgencyId");
CREATE INDEX "IX_CirculationRecipients_CirculationId_AgencyId" ON "CirculationRecipients" ("CirculationId", "AgencyId");
CREATE INDEX "IX_CirculationRecipients_UserId_AcknowledgedAt" ON "CirculationRecipients" ("UserId", "AcknowledgedAt");
CREATE INDEX "IX_CirculationRemarks_CirculationId_ReaderId_At" ON "CirculationRemarks" ("CirculationId", "ReaderId", "At");
CREATE INDEX "IX_Circulations_AgencyId_SentAt" ON "Circulations" ("AgencyId", "SentAt");
CREATE INDEX "IX_Circulations_FileId" ON "Circulations" ("FileId");
CREATE INDEX "IX_Circulations_PlanId" ON "Circulations" ("PlanId");
