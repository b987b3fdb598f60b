-- People: roles on a subtree, stand-ins, sessions, invitations, a second factor and passkeys.

ALTER TABLE "AuditProcesses" ADD COLUMN "OnBehalfOfId" TEXT NULL;

CREATE TABLE "Delegations" (
    "DelegationId" TEXT NOT NULL CONSTRAINT "PK_Delegations" PRIMARY KEY,
    "FromUserId" TEXT NOT NULL,
    "ToUserId" TEXT NOT NULL,
    "FirstDay" TEXT NOT NULL,
    "LastDay" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "CreatedBy" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    CONSTRAINT "FK_Delegations_Users_FromUserId" FOREIGN KEY ("FromUserId") REFERENCES "Users" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Users_ToUserId" FOREIGN KEY ("ToUserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Invitations" (
    "InvitationId" TEXT NOT NULL CONSTRAINT "PK_Invitations" PRIMARY KEY,
    "Email" TEXT NOT NULL,
    "DisplayName" TEXT NOT NULL,
    "Title" TEXT NULL,
    "TokenHash" TEXT NOT NULL,
    "InvitedBy" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "SentAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    "AcceptedAt" TEXT NULL
);

CREATE TABLE "InvitationGrants" (
    "InvitationGrantId" TEXT NOT NULL CONSTRAINT "PK_InvitationGrants" PRIMARY KEY,
    "InvitationId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "AgencyId" TEXT NULL,
    CONSTRAINT "FK_InvitationGrants_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_InvitationGrants_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("InvitationId") ON DELETE CASCADE
);

CREATE TABLE "SecondFactorRules" (
    "Role" INTEGER NOT NULL CONSTRAINT "PK_SecondFactorRules" PRIMARY KEY,
    "RequiredSince" TEXT NOT NULL
);

CREATE TABLE "UserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_UserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_UserPasskeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserSessions" (
    "UserSessionId" TEXT NOT NULL CONSTRAINT "PK_UserSessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Browser" TEXT NULL,
    "Device" TEXT NULL,
    "Address" TEXT NULL,
    "FirstSeenAt" TEXT NOT NULL,
    "LastSeenAt" TEXT NOT NULL,
    CONSTRAINT "FK_UserSessions_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Delegations_FromUserId" ON "Delegations" ("FromUserId");

CREATE INDEX "IX_Delegations_ToUserId" ON "Delegations" ("ToUserId");

CREATE INDEX "IX_Invitations_CreatedAt" ON "Invitations" ("CreatedAt");

CREATE UNIQUE INDEX "IX_Invitations_TokenHash" ON "Invitations" ("TokenHash");

CREATE INDEX "IX_InvitationGrants_AgencyId" ON "InvitationGrants" ("AgencyId");

CREATE INDEX "IX_InvitationGrants_InvitationId" ON "InvitationGrants" ("InvitationId");

CREATE INDEX "IX_UserSessions_LastSeenAt" ON "UserSessions" ("LastSeenAt");

CREATE INDEX "IX_UserSessions_UserId" ON "UserSessions" ("UserId");

CREATE INDEX "IX_UserPasskeys_UserId" ON "UserPasskeys" ("UserId");
