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
