-- What was done: activities, their tasks and topics, outlets, the rule of a second person; and the sums that dashboards read, kept by triggers so that no way of
-- writing an activity can leave them behind.

CREATE TABLE "Channels" (
    "ChannelId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Name" character varying(200) NOT NULL,
    "Folded" character varying(200) NOT NULL,
    CONSTRAINT "PK_Channels" PRIMARY KEY ("ChannelId"),
    CONSTRAINT "FK_Channels_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "Activities" (
    "ActivityId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Form" integer NOT NULL,
    "StartsOn" date NOT NULL,
    "EndsOn" date NOT NULL,
    "Month" integer NOT NULL,
    "Week" integer NOT NULL,
    "Title" character varying(500) NOT NULL,
    "Description" character varying(4000),
    "IsIntegrated" boolean NOT NULL,
    "IntegratedInto" character varying(500),
    "ChannelId" uuid,
    "Times" integer NOT NULL,
    "Minutes" integer,
    "IsPrimeTime" boolean NOT NULL,
    "Copies" integer,
    "People" integer,
    "PeopleBy" integer,
    "Audiences" integer[] NOT NULL,
    "Cost" bigint,
    "Funding" integer,
    "Places" character varying(500),
    "InCharge" character varying(500),
    "State" integer NOT NULL,
    "LoggedAt" timestamp with time zone NOT NULL,
    "LoggedById" uuid,
    "ChangedAt" timestamp with time zone NOT NULL,
    "ConfirmedAt" timestamp with time zone,
    "ConfirmedById" uuid,
    "WithdrawnReason" character varying(500),
    "SearchText" text NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Activities" PRIMARY KEY ("ActivityId"),
    CONSTRAINT "FK_Activities_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT,
    CONSTRAINT "FK_Activities_Channels_ChannelId" FOREIGN KEY ("ChannelId") REFERENCES "Channels" ("ChannelId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityTasks" (
    "ActivityId" uuid NOT NULL,
    "PlanTaskId" uuid NOT NULL,
    CONSTRAINT "PK_ActivityTasks" PRIMARY KEY ("ActivityId", "PlanTaskId"),
    CONSTRAINT "FK_ActivityTasks_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_ActivityTasks_PlanTasks_PlanTaskId" FOREIGN KEY ("PlanTaskId") REFERENCES "PlanTasks" ("PlanTaskId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityTopics" (
    "ActivityId" uuid NOT NULL,
    "PlanTextId" uuid NOT NULL,
    CONSTRAINT "PK_ActivityTopics" PRIMARY KEY ("ActivityId", "PlanTextId"),
    CONSTRAINT "FK_ActivityTopics_Activities_ActivityId" FOREIGN KEY ("ActivityId") REFERENCES "Activities" ("ActivityId") ON DELETE CASCADE,
    CONSTRAINT "FK_ActivityTopics_PlanTexts_PlanTextId" FOREIGN KEY ("PlanTextId") REFERENCES "PlanTexts" ("PlanTextId") ON DELETE RESTRICT
);

CREATE TABLE "ActivityRules" (
    "AgencyId" uuid NOT NULL,
    "ConfirmationRequired" boolean NOT NULL,
    CONSTRAINT "PK_ActivityRules" PRIMARY KEY ("AgencyId"),
    CONSTRAINT "FK_ActivityRules_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE CASCADE
);

CREATE TABLE "ActivityTotals" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "Form" integer NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL,
    "Minutes" bigint NOT NULL,
    "People" bigint NOT NULL,
    "Copies" bigint NOT NULL,
    "Cost" bigint NOT NULL,
    CONSTRAINT "PK_ActivityTotals" PRIMARY KEY ("AgencyId", "Month", "Form", "IsIntegrated", "State")
);

CREATE TABLE "ActivityWeeks" (
    "AgencyId" uuid NOT NULL,
    "Week" integer NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL,
    CONSTRAINT "PK_ActivityWeeks" PRIMARY KEY ("AgencyId", "Week", "State")
);

CREATE TABLE "ActivityTopicTotals" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "PlanTextId" uuid NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL,
    CONSTRAINT "PK_ActivityTopicTotals" PRIMARY KEY ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State")
);

CREATE INDEX "IX_Activities_AgencyId_StartsOn" ON "Activities" ("AgencyId", "StartsOn");
CREATE INDEX "IX_Activities_StartsOn_ActivityId" ON "Activities" ("StartsOn", "ActivityId");
CREATE INDEX "IX_Activities_ChannelId" ON "Activities" ("ChannelId");
CREATE INDEX "IX_ActivityTasks_PlanTaskId" ON "ActivityTasks" ("PlanTaskId");
CREATE INDEX "IX_ActivityTopics_PlanTextId" ON "ActivityTopics" ("PlanTextId");
CREATE UNIQUE INDEX "IX_Channels_AgencyId_Folded" ON "Channels" ("AgencyId", "Folded");

-- Each statement counts all its rows at once, in the order of the keys: two writers of one agency wait for each other, never in a circle. Topics are counted when they
-- are added or removed, and moved when their activity changes; an activity is deleted after its topics.
CREATE FUNCTION "CountAddedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", sum("Activities"), sum("Times"), sum("Minutes"), sum("People"), sum("Copies"), sum("Cost") FROM (
            SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", 1 AS "Activities", "Times"::bigint AS "Times", ("Times"::bigint * coalesce("Minutes", 0)) AS "Minutes", coalesce("People", 0)::bigint AS "People", coalesce("Copies", 0)::bigint AS "Copies", coalesce("Cost", 0) AS "Cost" FROM added) delta
        GROUP BY "AgencyId", "Month", "Form", "IsIntegrated", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 OR sum("Minutes") <> 0 OR sum("People") <> 0 OR sum("Copies") <> 0 OR sum("Cost") <> 0 ORDER BY "AgencyId", "Month", "Form", "IsIntegrated", "State"
        ON CONFLICT ("AgencyId", "Month", "Form", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTotals"."Activities" + excluded."Activities", "Times" = "ActivityTotals"."Times" + excluded."Times", "Minutes" = "ActivityTotals"."Minutes" + excluded."Minutes", "People" = "ActivityTotals"."People" + excluded."People", "Copies" = "ActivityTotals"."Copies" + excluded."Copies", "Cost" = "ActivityTotals"."Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times")
        SELECT "AgencyId", "Week", "State", sum("Activities"), sum("Times") FROM (
            SELECT "AgencyId", "Week", "State", 1 AS "Activities", "Times"::bigint AS "Times" FROM added) delta
        GROUP BY "AgencyId", "Week", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 ORDER BY "AgencyId", "Week", "State"
        ON CONFLICT ("AgencyId", "Week", "State") DO UPDATE SET "Activities" = "ActivityWeeks"."Activities" + excluded."Activities", "Times" = "ActivityWeeks"."Times" + excluded."Times";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountChangedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", sum("Activities"), sum("Times"), sum("Minutes"), sum("People"), sum("Copies"), sum("Cost") FROM (
            SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", 1 AS "Activities", "Times"::bigint AS "Times", ("Times"::bigint * coalesce("Minutes", 0)) AS "Minutes", coalesce("People", 0)::bigint AS "People", coalesce("Copies", 0)::bigint AS "Copies", coalesce("Cost", 0) AS "Cost" FROM after
            UNION ALL SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", -1 AS "Activities", -"Times"::bigint AS "Times", -("Times"::bigint * coalesce("Minutes", 0)) AS "Minutes", -coalesce("People", 0)::bigint AS "People", -coalesce("Copies", 0)::bigint AS "Copies", -coalesce("Cost", 0) AS "Cost" FROM before) delta
        GROUP BY "AgencyId", "Month", "Form", "IsIntegrated", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 OR sum("Minutes") <> 0 OR sum("People") <> 0 OR sum("Copies") <> 0 OR sum("Cost") <> 0 ORDER BY "AgencyId", "Month", "Form", "IsIntegrated", "State"
        ON CONFLICT ("AgencyId", "Month", "Form", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTotals"."Activities" + excluded."Activities", "Times" = "ActivityTotals"."Times" + excluded."Times", "Minutes" = "ActivityTotals"."Minutes" + excluded."Minutes", "People" = "ActivityTotals"."People" + excluded."People", "Copies" = "ActivityTotals"."Copies" + excluded."Copies", "Cost" = "ActivityTotals"."Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times")
        SELECT "AgencyId", "Week", "State", sum("Activities"), sum("Times") FROM (
            SELECT "AgencyId", "Week", "State", 1 AS "Activities", "Times"::bigint AS "Times" FROM after
            UNION ALL SELECT "AgencyId", "Week", "State", -1 AS "Activities", -"Times"::bigint AS "Times" FROM before) delta
        GROUP BY "AgencyId", "Week", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 ORDER BY "AgencyId", "Week", "State"
        ON CONFLICT ("AgencyId", "Week", "State") DO UPDATE SET "Activities" = "ActivityWeeks"."Activities" + excluded."Activities", "Times" = "ActivityWeeks"."Times" + excluded."Times";
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", sum("Activities"), sum("Times") FROM (
            SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", 1 AS "Activities", a."Times"::bigint AS "Times" FROM after a JOIN "ActivityTopics" t ON t."ActivityId" = a."ActivityId"
            UNION ALL SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", -1 AS "Activities", -a."Times"::bigint AS "Times" FROM before a JOIN "ActivityTopics" t ON t."ActivityId" = a."ActivityId") delta
        GROUP BY "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 ORDER BY "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State"
        ON CONFLICT ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTopicTotals"."Activities" + excluded."Activities", "Times" = "ActivityTopicTotals"."Times" + excluded."Times";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountDeletedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTotals" ("AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost")
        SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", sum("Activities"), sum("Times"), sum("Minutes"), sum("People"), sum("Copies"), sum("Cost") FROM (
            SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", -1 AS "Activities", -"Times"::bigint AS "Times", -("Times"::bigint * coalesce("Minutes", 0)) AS "Minutes", -coalesce("People", 0)::bigint AS "People", -coalesce("Copies", 0)::bigint AS "Copies", -coalesce("Cost", 0) AS "Cost" FROM deleted) delta
        GROUP BY "AgencyId", "Month", "Form", "IsIntegrated", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 OR sum("Minutes") <> 0 OR sum("People") <> 0 OR sum("Copies") <> 0 OR sum("Cost") <> 0 ORDER BY "AgencyId", "Month", "Form", "IsIntegrated", "State"
        ON CONFLICT ("AgencyId", "Month", "Form", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTotals"."Activities" + excluded."Activities", "Times" = "ActivityTotals"."Times" + excluded."Times", "Minutes" = "ActivityTotals"."Minutes" + excluded."Minutes", "People" = "ActivityTotals"."People" + excluded."People", "Copies" = "ActivityTotals"."Copies" + excluded."Copies", "Cost" = "ActivityTotals"."Cost" + excluded."Cost";
    INSERT INTO "ActivityWeeks" ("AgencyId", "Week", "State", "Activities", "Times")
        SELECT "AgencyId", "Week", "State", sum("Activities"), sum("Times") FROM (
            SELECT "AgencyId", "Week", "State", -1 AS "Activities", -"Times"::bigint AS "Times" FROM deleted) delta
        GROUP BY "AgencyId", "Week", "State" HAVING sum("Activities") <> 0 OR sum("Times") <> 0 ORDER BY "AgencyId", "Week", "State"
        ON CONFLICT ("AgencyId", "Week", "State") DO UPDATE SET "Activities" = "ActivityWeeks"."Activities" + excluded."Activities", "Times" = "ActivityWeeks"."Times" + excluded."Times";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountAddedTopics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", count(*), sum(a."Times"::bigint) FROM added t JOIN "Activities" a ON a."ActivityId" = t."ActivityId"
        GROUP BY a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State" ORDER BY a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State"
        ON CONFLICT ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTopicTotals"."Activities" + excluded."Activities", "Times" = "ActivityTopicTotals"."Times" + excluded."Times";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountDeletedTopics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTopicTotals" ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times")
        SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", -count(*), -sum(a."Times"::bigint) FROM deleted t JOIN "Activities" a ON a."ActivityId" = t."ActivityId"
        GROUP BY a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State" ORDER BY a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State"
        ON CONFLICT ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State") DO UPDATE SET "Activities" = "ActivityTopicTotals"."Activities" + excluded."Activities", "Times" = "ActivityTopicTotals"."Times" + excluded."Times";
    RETURN NULL;
END $$;

CREATE TRIGGER "Activities_Added" AFTER INSERT ON "Activities" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "CountAddedActivities"();
CREATE TRIGGER "Activities_Changed" AFTER UPDATE ON "Activities" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "CountChangedActivities"();
CREATE TRIGGER "Activities_Deleted" AFTER DELETE ON "Activities" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION "CountDeletedActivities"();
CREATE TRIGGER "ActivityTopics_Added" AFTER INSERT ON "ActivityTopics" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "CountAddedTopics"();
CREATE TRIGGER "ActivityTopics_Deleted" AFTER DELETE ON "ActivityTopics" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION "CountDeletedTopics"();
