-- Messages that leave the house.

CREATE TABLE "OutgoingMessages" (
    "OutgoingMessageId" TEXT NOT NULL CONSTRAINT "PK_OutgoingMessages" PRIMARY KEY,
    "Channel" TEXT NOT NULL,
    "Address" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Html" TEXT NULL,
    "Key" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "SendAfter" TEXT NOT NULL,
    "LeaseId" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "Problem" TEXT NULL,
    "Detail" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL
);

CREATE UNIQUE INDEX "IX_OutgoingMessages_Key" ON "OutgoingMessages" ("Key");

CREATE INDEX "IX_OutgoingMessages_State_OutgoingMessageId" ON "OutgoingMessages" ("State", "OutgoingMessageId");

CREATE INDEX "IX_OutgoingMessages_State_SendAfter" ON "OutgoingMessages" ("State", "SendAfter");

-- What people are told, how they want to be told, and their calendar addresses.

CREATE TABLE "Notifications" (
    "NotificationId" TEXT NOT NULL CONSTRAINT "PK_Notifications" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NULL,
    "Link" TEXT NULL,
    "Key" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ReadAt" TEXT NULL,
    CONSTRAINT "FK_Notifications_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NotificationSettings" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_NotificationSettings" PRIMARY KEY,
    "Channels" TEXT NOT NULL,
    "DigestHour" INTEGER NOT NULL,
    "DigestedTo" TEXT NULL,
    CONSTRAINT "FK_NotificationSettings_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "NotificationPreferences" (
    "UserId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Mode" INTEGER NOT NULL,
    CONSTRAINT "PK_NotificationPreferences" PRIMARY KEY ("UserId", "Kind"),
    CONSTRAINT "FK_NotificationPreferences_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE TABLE "CalendarFeeds" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_CalendarFeeds" PRIMARY KEY,
    "SecretHash" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    CONSTRAINT "FK_CalendarFeeds_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_CalendarFeeds_SecretHash" ON "CalendarFeeds" ("SecretHash");

CREATE UNIQUE INDEX "IX_Notifications_UserId_Key" ON "Notifications" ("UserId", "Key");

CREATE INDEX "IX_Notifications_UserId_NotificationId" ON "Notifications" ("UserId", "NotificationId");

CREATE INDEX "IX_Notifications_UserId_ReadAt_CreatedAt" ON "Notifications" ("UserId", "ReadAt", "CreatedAt");
