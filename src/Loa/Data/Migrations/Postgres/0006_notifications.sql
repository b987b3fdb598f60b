-- Messages that leave the house.

CREATE TABLE "OutgoingMessages" (
    "OutgoingMessageId" uuid NOT NULL,
    "Channel" character varying(40) NOT NULL,
    "Address" character varying(254) NOT NULL,
    "Subject" character varying(300) NOT NULL,
    "Text" text NOT NULL,
    "Html" text,
    "Key" character varying(200) NOT NULL,
    "State" integer NOT NULL,
    "Attempts" integer NOT NULL,
    "SendAfter" timestamp with time zone NOT NULL,
    "LeaseId" uuid,
    "LeaseUntil" timestamp with time zone,
    "Problem" character varying(200),
    "Detail" character varying(300),
    "CreatedAt" timestamp with time zone NOT NULL,
    "FinishedAt" timestamp with time zone,
    CONSTRAINT "PK_OutgoingMessages" PRIMARY KEY ("OutgoingMessageId")
);

CREATE UNIQUE INDEX "IX_OutgoingMessages_Key" ON "OutgoingMessages" ("Key");

CREATE INDEX "IX_OutgoingMessages_State_OutgoingMessageId" ON "OutgoingMessages" ("State", "OutgoingMessageId");

CREATE INDEX "IX_OutgoingMessages_State_SendAfter" ON "OutgoingMessages" ("State", "SendAfter");

-- What people are told, how they want to be told, and their calendar addresses.

CREATE TABLE "Notifications" (
    "NotificationId" uuid NOT NULL,
    "UserId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Title" character varying(200) NOT NULL,
    "Text" character varying(1000),
    "Link" character varying(400),
    "Key" character varying(120) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "ReadAt" timestamp with time zone,
    CONSTRAINT "PK_Notifications" PRIMARY KEY ("NotificationId"),
    CONSTRAINT "FK_Notifications_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NotificationSettings" (
    "UserId" uuid NOT NULL,
    "Channels" character varying(200) NOT NULL,
    "DigestHour" integer NOT NULL,
    "DigestedTo" timestamp with time zone,
    CONSTRAINT "PK_NotificationSettings" PRIMARY KEY ("UserId"),
    CONSTRAINT "FK_NotificationSettings_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NotificationPreferences" (
    "UserId" uuid NOT NULL,
    "Kind" character varying(40) NOT NULL,
    "Mode" integer NOT NULL,
    CONSTRAINT "PK_NotificationPreferences" PRIMARY KEY ("UserId", "Kind"),
    CONSTRAINT "FK_NotificationPreferences_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CalendarFeeds" (
    "UserId" uuid NOT NULL,
    "SecretHash" character varying(64) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CalendarFeeds" PRIMARY KEY ("UserId"),
    CONSTRAINT "FK_CalendarFeeds_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_CalendarFeeds_SecretHash" ON "CalendarFeeds" ("SecretHash");

CREATE UNIQUE INDEX "IX_Notifications_UserId_Key" ON "Notifications" ("UserId", "Key");

CREATE INDEX "IX_Notifications_UserId_NotificationId" ON "Notifications" ("UserId", "NotificationId");

CREATE INDEX "IX_Notifications_UserId_ReadAt_CreatedAt" ON "Notifications" ("UserId", "ReadAt", "CreatedAt");
