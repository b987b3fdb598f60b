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
