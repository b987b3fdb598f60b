-- Accounts, agencies, files, jobs, search and the record of changes.

CREATE TABLE "Agencies" (
    "AgencyId" TEXT NOT NULL CONSTRAINT "PK_Agencies" PRIMARY KEY,
    "ParentId" TEXT NULL,
    "Kind" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "SortOrder" INTEGER NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Agencies_Agencies_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "AgencyGroups" (
    "AgencyGroupId" TEXT NOT NULL CONSTRAINT "PK_AgencyGroups" PRIMARY KEY,
    "Code" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Phrases" TEXT NOT NULL,
    "Kinds" TEXT NOT NULL,
    "Levels" TEXT NOT NULL,
    "IsOpen" INTEGER NOT NULL,
    "Reach" INTEGER NOT NULL,
    "SortOrder" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL
);

CREATE TABLE "AuditProcesses" (
    "AuditProcessId" TEXT NOT NULL CONSTRAINT "PK_AuditProcesses" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ActorId" TEXT NULL,
    "At" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "RequestId" TEXT NULL
);

CREATE TABLE "Jobs" (
    "JobId" TEXT NOT NULL CONSTRAINT "PK_Jobs" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "RunAfter" TEXT NOT NULL,
    "LeaseId" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "Progress" INTEGER NOT NULL,
    "Message" TEXT NULL,
    "CreatedBy" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL
);

CREATE TABLE "SearchEntries" (
    "SearchEntryId" INTEGER NOT NULL CONSTRAINT "PK_SearchEntries" PRIMARY KEY AUTOINCREMENT,
    "Kind" TEXT NOT NULL,
    "EntityId" TEXT NOT NULL,
    "Text" TEXT NOT NULL
);

CREATE TABLE "StoredFiles" (
    "StoredFileId" TEXT NOT NULL CONSTRAINT "PK_StoredFiles" PRIMARY KEY,
    "Sha256" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "ReceivedBy" TEXT NULL
);

CREATE TABLE "Users" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Users" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "Title" TEXT NULL,
    "IsDisabled" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "AgencyNames" (
    "AgencyNameId" TEXT NOT NULL CONSTRAINT "PK_AgencyNames" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Folded" TEXT NOT NULL,
    CONSTRAINT "FK_AgencyNames_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE
);

CREATE TABLE "AgencyGroupMembers" (
    "AgencyGroupId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "IsExcluded" INTEGER NOT NULL,
    CONSTRAINT "PK_AgencyGroupMembers" PRIMARY KEY ("AgencyGroupId", "AgencyId"),
    CONSTRAINT "FK_AgencyGroupMembers_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AgencyGroupMembers_AgencyGroups_AgencyGroupId" FOREIGN KEY ("AgencyGroupId") REFERENCES "AgencyGroups" ("AgencyGroupId") ON DELETE CASCADE
);

CREATE TABLE "AgencyMappings" (
    "AgencyMappingId" TEXT NOT NULL CONSTRAINT "PK_AgencyMappings" PRIMARY KEY,
    "OwnerAgencyId" TEXT NULL,
    "Folded" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "AgencyId" TEXT NULL,
    "AgencyGroupId" TEXT NULL,
    "DecidedAt" TEXT NOT NULL,
    CONSTRAINT "FK_AgencyMappings_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AgencyMappings_Agencies_OwnerAgencyId" FOREIGN KEY ("OwnerAgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_AgencyMappings_AgencyGroups_AgencyGroupId" FOREIGN KEY ("AgencyGroupId") REFERENCES "AgencyGroups" ("AgencyGroupId") ON DELETE CASCADE
);

CREATE TABLE "AuditChanges" (
    "AuditChangeId" INTEGER NOT NULL CONSTRAINT "PK_AuditChanges" PRIMARY KEY AUTOINCREMENT,
    "AuditProcessId" TEXT NOT NULL,
    "SubjectType" TEXT NOT NULL,
    "SubjectId" TEXT NULL,
    "EntityType" TEXT NOT NULL,
    "EntityKey" TEXT NOT NULL,
    "Action" INTEGER NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL,
    CONSTRAINT "FK_AuditChanges_AuditProcesses_AuditProcessId" FOREIGN KEY ("AuditProcessId") REFERENCES "AuditProcesses" ("AuditProcessId") ON DELETE RESTRICT
);

CREATE TABLE "RoleGrants" (
    "RoleGrantId" TEXT NOT NULL CONSTRAINT "PK_RoleGrants" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "AgencyId" TEXT NULL,
    CONSTRAINT "FK_RoleGrants_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_RoleGrants_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_UserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_UserClaims_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_UserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_UserLogins_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_UserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_UserTokens_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Agencies_Code" ON "Agencies" ("Code");

CREATE INDEX "IX_Agencies_ParentId" ON "Agencies" ("ParentId");

CREATE INDEX "IX_Agencies_Path" ON "Agencies" ("Path");

CREATE INDEX "IX_AgencyGroupMembers_AgencyId" ON "AgencyGroupMembers" ("AgencyId");

CREATE UNIQUE INDEX "IX_AgencyGroups_Code" ON "AgencyGroups" ("Code");

CREATE INDEX "IX_AgencyMappings_AgencyGroupId" ON "AgencyMappings" ("AgencyGroupId");

CREATE INDEX "IX_AgencyMappings_AgencyId" ON "AgencyMappings" ("AgencyId");

CREATE INDEX "IX_AgencyMappings_Folded_OwnerAgencyId" ON "AgencyMappings" ("Folded", "OwnerAgencyId");

CREATE INDEX "IX_AgencyMappings_OwnerAgencyId" ON "AgencyMappings" ("OwnerAgencyId");

CREATE INDEX "IX_AgencyNames_AgencyId" ON "AgencyNames" ("AgencyId");

CREATE INDEX "IX_AgencyNames_Folded" ON "AgencyNames" ("Folded");

CREATE INDEX "IX_AuditChanges_AuditProcessId" ON "AuditChanges" ("AuditProcessId");

CREATE INDEX "IX_AuditChanges_SubjectType_SubjectId_AuditChangeId" ON "AuditChanges" ("SubjectType", "SubjectId", "AuditChangeId");

CREATE INDEX "IX_Jobs_State_RunAfter" ON "Jobs" ("State", "RunAfter");

CREATE INDEX "IX_RoleGrants_AgencyId" ON "RoleGrants" ("AgencyId");

CREATE UNIQUE INDEX "IX_RoleGrants_UserId_Role_AgencyId" ON "RoleGrants" ("UserId", "Role", "AgencyId");

CREATE UNIQUE INDEX "IX_SearchEntries_Kind_EntityId" ON "SearchEntries" ("Kind", "EntityId");

CREATE INDEX "IX_StoredFiles_Sha256" ON "StoredFiles" ("Sha256");

CREATE INDEX "IX_UserClaims_UserId" ON "UserClaims" ("UserId");

CREATE INDEX "IX_UserLogins_UserId" ON "UserLogins" ("UserId");

CREATE INDEX "EmailIndex" ON "Users" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "Users" ("NormalizedUserName");

-- Full text over SearchEntries: the index holds no copy of the text, triggers keep it in step.
CREATE VIRTUAL TABLE "SearchFullText" USING fts5("Text", content='SearchEntries', content_rowid='SearchEntryId', tokenize='unicode61 remove_diacritics 0');

CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
    INSERT INTO "SearchFullText" (rowid, "Text") VALUES (new."SearchEntryId", new."Text");
END;

CREATE TRIGGER "SearchEntries_Deleted" AFTER DELETE ON "SearchEntries" BEGIN
    INSERT INTO "SearchFullText" ("SearchFullText", rowid, "Text") VALUES ('delete', old."SearchEntryId", old."Text");
END;

CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE ON "SearchEntries" BEGIN
    INSERT INTO "SearchFullText" ("SearchFullText", rowid, "Text") VALUES ('delete', old."SearchEntryId", old."Text");
    INSERT INTO "SearchFullText" (rowid, "Text") VALUES (new."SearchEntryId", new."Text");
END;
