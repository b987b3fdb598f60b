-- What was done: activities, their tasks and topics, outlets, the rule of a second person; and the sums that dashboards read, kept by triggers so that no way of
-- writing an activity can leave them behind.

CREATE TABLE "Channels" (
    "ChannelId" TEXT NOT NULL CONSTRAINT "PK_Channels" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Folded" TEXT NOT NULL,
    CONSTRAINT "FK_Channels_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "Activities" (
    "ActivityId" TEXT NOT NULL CONSTRAINT "PK_Activities" PRIMARY KEY,
    "AgencyId" TEXT NOT NULL,
    "Form" INTEGER NOT NULL,
    "StartsOn" TEXT NOT NULL,
    "EndsOn" TEXT NOT NULL,
    "Month" INTEGER NOT NULL,
    "Week" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Description" TEXT NULL,
    "IsIntegrated" INTEGER NOT NULL,
    "IntegratedInto" TEXT NULL,
    "ChannelId" TEXT NULL,
    "Times" INTEGER NOT NULL,
    "Minutes" INTEGER NULL,
    "IsPrimeTime" INTEGER NOT NULL,
    "Copies" INTEGER NULL,
    "People" INTEGER NULL,
    "PeopleBy" INTEGER NULL,
    "Audiences" TEXT NOT NULL,
    "Cost" INTEGER NULL,
    "Funding" INTEGER NULL,
    "Places" TEXT NULL,
    "InCharge" TEXT NULL,
    "State" INTEGER NOT NULL,
    "LoggedAt" TEXT NOT NULL,
    "LoggedById" TEXT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ConfirmedAt" TEXT NULL,
    "ConfirmedById" TEXT NULL,
    "WithdrawnReason" TEXT NULL,
    "SearchText" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Activities_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Activities_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("ChannelId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityTasks" (
    "ActivityId" TEXT NOT NULL,
    "PlanTaskId" TEXT NOT NULL,
    CONSTRAINT "PK_ActivityTasks" PRIMARY KEY ("ActivityId", "PlanTaskId"),
    CONSTRAINT "FK_ActivityTasks_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_ActivityTasks_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityTopics" (
    "ActivityId" TEXT NOT NULL,
    "PlanTextId" TEXT NOT NULL,
    CONSTRAINT "PK_ActivityTopics" PRIMARY KEY ("ActivityId", "PlanTextId"),
    CONSTRAINT "FK_ActivityTopics_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_ActivityTopics_PlanTexts_PlanTextId" FOREIGN KEY ("PlanTextId") REFERENCES "PlanTexts" ("PlanTextId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityRules" (
    "AgencyId" TEXT NOT NULL CONSTRAINT "PK_ActivityRules" PRIMARY KEY,
    "ConfirmationRequired" INTEGER NOT NULL,
    CONSTRAINT "FK_ActivityRules_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE
);

CREATE TABLE "ActivityTotals" (
    "AgencyId" TEXT NOT NULL,
    "Month" INTEGER NOT NULL,
    "Form" INTEGER NOT NULL,
    "IsIntegrated" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Activities" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL,
    "Minutes" INTEGER NOT NULL,
    "People" INTEGER NOT NULL,
    "Copies" INTEGER NOT NULL,
    "Cost" INTEGER NOT NULL,
    CONSTRAINT "PK_ActivityTotals" PRIMARY KEY ("AgencyId", "Month", "Form", "IsIntegrated", "State")
);

CREATE TABLE "ActivityWeeks" (
    "AgencyId" TEXT NOT NULL,
    "Week" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Activities" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL,
    CONSTRAINT "PK_ActivityWeeks" PRIMARY KEY ("AgencyId", "Week", "State")
);

CREATE TABLE "ActivityTopicTotals" (
    "AgencyId" TEXT NOT NULL,
    "Month" INTEGER NOT NULL,
    "PlanTextId" TEXT NOT NULL,
    "IsIntegrated" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Activities" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL,
    CONSTRAINT "PK_ActivityTopicTotals" PRIMARY KEY ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State")
);

CREATE INDEX "IX_Activities_AgencyId_StartsOn" ON "Activities" ("AgencyId", "StartsOn");
CREATE INDEX "IX_Activities_StartsOn_ActivityId" ON "Activities" ("StartsOn", "ActivityId");
CREATE INDEX "IX_Activities_ChannelId" ON "Activities" ("ChannelId");
CREATE INDEX "IX_ActivityTasks_PlanTaskId" ON "ActivityTasks" ("PlanTaskId");
CREATE INDEX "IX_ActivityTopics_PlanTextId" ON "ActivityTopics" ("PlanTextId");
CREATE UNIQUE INDEX "IX_Channels_AgencyId_Folded" ON "Channels" ("AgencyId", "Folded");

-- Row by row: SQLite has one writer at a time. Topics are counted when they are added or removed, and moved when their activity changes.
CREATE TRIGGER "Activities_Added" AFTER INSERT ON "Activities" BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        VALUES (new."AgencyId", new."Month", new."Form", new."IsIntegrated", new."State", 1, new."Times", new."Times" * coalesce(new."Minutes", 0), coalesce(new."People", 0), coalesce(new."Copies", 0), coalesce(new."Cost", 0))
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes", "People" = "People" + excluded."People", "Copies" = "Copies" + excluded."Copies", "Cost" = "Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times") VALUES (new."AgencyId", new."Week", new."State", 1, new."Times")
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
END;

CREATE TRIGGER "Activities_Changed" AFTER UPDATE ON "Activities" BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        VALUES (old."AgencyId", old."Month", old."Form", old."IsIntegrated", old."State", -1, -old."Times", -old."Times" * coalesce(old."Minutes", 0), -coalesce(old."People", 0), -coalesce(old."Copies", 0), -coalesce(old."Cost", 0))
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes", "People" = "People" + excluded."People", "Copies" = "Copies" + excluded."Copies", "Cost" = "Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times") VALUES (old."AgencyId", old."Week", old."State", -1, -old."Times")
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT old."AgencyId", old."Month", t."PlanTextId", old."IsIntegrated", old."State", -1, -old."Times" FROM "ActivityTopics" t WHERE t."ActivityId" = old."ActivityId"
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        VALUES (new."AgencyId", new."Month", new."Form", new."IsIntegrated", new."State", 1, new."Times", new."Times" * coalesce(new."Minutes", 0), coalesce(new."People", 0), coalesce(new."Copies", 0), coalesce(new."Cost", 0))
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes", "People" = "People" + excluded."People", "Copies" = "Copies" + excluded."Copies", "Cost" = "Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times") VALUES (new."AgencyId", new."Week", new."State", 1, new."Times")
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT new."AgencyId", new."Month", t."PlanTextId", new."IsIntegrated", new."State", 1, new."Times" FROM "ActivityTopics" t WHERE t."ActivityId" = new."ActivityId"
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
END;

CREATE TRIGGER "Activities_Deleted" AFTER DELETE ON "Activities" BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        VALUES (old."AgencyId", old."Month", old."Form", old."IsIntegrated", old."State", -1, -old."Times", -old."Times" * coalesce(old."Minutes", 0), -coalesce(old."People", 0), -coalesce(old."Copies", 0), -coalesce(old."Cost", 0))
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes", "People" = "People" + excluded."People", "Copies" = "Copies" + excluded."Copies", "Cost" = "Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times") VALUES (old."AgencyId", old."Week", old."State", -1, -old."Times")
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
END;

CREATE TRIGGER "ActivityTopics_Added" AFTER INSERT ON "ActivityTopics" BEGIN
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT a."AgencyId", a."Month", new."PlanTextId", a."IsIntegrated", a."State", 1, a."Times" FROM "Activities" a WHERE a."ActivityId" = new."ActivityId"
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
END;

CREATE TRIGGER "ActivityTopics_Deleted" AFTER DELETE ON "ActivityTopics" BEGIN
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT a."AgencyId", a."Month", old."PlanTextId", a."IsIntegrated", a."State", -1, -a."Times" FROM "Activities" a WHERE a."ActivityId" = old."ActivityId"
        ON CONFLICT DO UPDATE SET "Activities" = "Activities" + excluded."Activities", "Times" = "Times" + excluded."Times";
END;
