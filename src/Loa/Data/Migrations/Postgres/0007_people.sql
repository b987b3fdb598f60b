-- People: roles on a subtree, stand-ins, sessions, invitations, a second factor and passkeys.

ALTER TABLE "AuditProcesses" ADD COLUMN "OnBehalfOfId" uuid NULL;

CREATE TABLE "Delegations" (
    "DelegationId" uuid NOT NULL,
    "FromUserId" uuid NOT NULL,
    "ToUserId" uuid NOT NULL,
    "FirstDay" date NOT NULL,
    "LastDay" date NOT NULL,
    "Reason" character varying(300) NOT NULL,
    "CreatedBy" uuid,
    "CreatedAt" timestamp with time zone NOT NULL,
    "EndedAt" timestamp with time zone,
    CONSTRAINT "PK_Delegations" PRIMARY KEY ("DelegationId"),
    CONSTRAINT "FK_Delegations_Users_FromUserId" FOREIGN KEY ("FromUserId") REFERENCES "Users" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Users_ToUserId" FOREIGN KEY ("ToUserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Invitations" (
    "InvitationId" uuid NOT NULL,
    "Email" character varying(254) NOT NULL,
    "DisplayName" character varying(120) NOT NULL,
    "Title" character varying(120),
    "TokenHash" character varying(64) NOT NULL,
    "InvitedBy" uuid,
    "CreatedAt" timestamp with time zone NOT NULL,
    "SentAt" timestamp with time zone NOT NULL,
    "ExpiresAt" timestamp with time zone NOT NULL,
    "RevokedAt" timestamp with time zone,
    "AcceptedAt" timestamp with time zone,
    CONSTRAINT "PK_Invitations" PRIMARY KEY ("InvitationId")
);

CREATE TABLE "InvitationGrants" (
    "InvitationGrantId" uuid NOT NULL,
    "InvitationId" uuid NOT NULL,
    "Role" integer NOT NULL,
    "AgencyId" uuid,
    CONSTRAINT "PK_InvitationGrants" PRIMARY KEY ("InvitationGrantId"),
    CONSTRAINT "FK_InvitationGrants_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE,
    CONSTRAINT "FK_InvitationGrants_Invitations_InvitationId" FOREIGN KEY ("InvitationId") REFERENCES "Invitations" ("InvitationId") ON DELETE CASCADE
);

CREATE TABLE "SecondFactorRules" (
    "Role" integer NOT NULL,
    "RequiredSince" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_SecondFactorRules" PRIMARY KEY ("Role")
);

CREATE TABLE "UserPasskeys" (
    "CredentialId" bytea NOT NULL,
    "UserId" uuid NOT NULL,
    "Data" jsonb NOT NULL,
    CONSTRAINT "PK_UserPasskeys" PRIMARY KEY ("CredentialId"),
    CONSTRAINT "FK_UserPasskeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "UserSessions" (
    "UserSessionId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "Browser" character varying(40),
    "Device" character varying(40),
    "Address" character varying(40),
    "FirstSeenAt" timestamp with time zone NOT NULL,
    "LastSeenAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_UserSessions" PRIMARY KEY ("UserSessionId"),
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
