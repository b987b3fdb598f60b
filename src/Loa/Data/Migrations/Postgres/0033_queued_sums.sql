-- Logging an activity adds to no sum any more: it puts one row into a queue, where nobody waits for anybody, and the server adds the queue to the sums every few seconds, those of an agency itself as those
-- of the branches above it. The names that were tables of sums are views over what is added up and what is queued, right at any moment.

DROP VIEW "ActivityBranches";
DROP VIEW "ActivityTopicBranches";
DROP TRIGGER "ActivityTotals_Queue_Added" ON "ActivityTotals";
DROP TRIGGER "ActivityTotals_Queue_Changed" ON "ActivityTotals";
DROP TRIGGER "ActivityTotals_Queue_Deleted" ON "ActivityTotals";
DROP TRIGGER "ActivityTopicTotals_Queue_Added" ON "ActivityTopicTotals";
DROP TRIGGER "ActivityTopicTotals_Queue_Changed" ON "ActivityTopicTotals";
DROP TRIGGER "ActivityTopicTotals_Queue_Deleted" ON "ActivityTopicTotals";
DROP FUNCTION "QueueAddedTotals"();
DROP FUNCTION "QueueChangedTotals"();
DROP FUNCTION "QueueDeletedTotals"();
DROP FUNCTION "QueueAddedTopicTotals"();
DROP FUNCTION "QueueChangedTopicTotals"();
DROP FUNCTION "QueueDeletedTopicTotals"();
-- What they held is in the sums of the agencies already; those of the branches are made anew from these.
DROP TABLE "BranchTotalsQueue";
DROP TABLE "BranchTopicTotalsQueue";
UPDATE "BranchState" SET "Stale" = true;

ALTER TABLE "ActivityTotals" RENAME TO "OwnTotals";
ALTER TABLE "OwnTotals" RENAME CONSTRAINT "PK_ActivityTotals" TO "PK_OwnTotals";
ALTER INDEX "IX_ActivityTotals_Month" RENAME TO "IX_OwnTotals_Month";
ALTER TABLE "ActivityWeeks" RENAME TO "OwnWeeks";
ALTER TABLE "OwnWeeks" RENAME CONSTRAINT "PK_ActivityWeeks" TO "PK_OwnWeeks";
ALTER TABLE "ActivityTopicTotals" RENAME TO "OwnTopicTotals";
ALTER TABLE "OwnTopicTotals" RENAME CONSTRAINT "PK_ActivityTopicTotals" TO "PK_OwnTopicTotals";
ALTER INDEX "IX_ActivityTopicTotals_Month" RENAME TO "IX_OwnTopicTotals_Month";

CREATE TABLE "ActivityQueue" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "Week" integer NOT NULL,
    "Form" integer NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL,
    "Minutes" bigint NOT NULL,
    "People" bigint NOT NULL,
    "Copies" bigint NOT NULL,
    "Cost" bigint NOT NULL
);

CREATE TABLE "ActivityTopicQueue" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "PlanTextId" uuid NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL
);

CREATE VIEW "ActivityTotals" AS
    SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "OwnTotals"
    UNION ALL SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "ActivityQueue";

CREATE VIEW "ActivityWeeks" AS
    SELECT "AgencyId", "Week", "State", "Activities", "Times" FROM "OwnWeeks"
    UNION ALL SELECT "AgencyId", "Week", "State", "Activities", "Times" FROM "ActivityQueue";

CREATE VIEW "ActivityTopicTotals" AS
    SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "OwnTopicTotals"
    UNION ALL SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "ActivityTopicQueue";

CREATE VIEW "ActivityBranches" AS
    SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "ActivityTotals"
    UNION ALL SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "BranchTotals" WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", c."Month", c."Form", c."IsIntegrated", c."State", c."Activities", c."Times", c."Minutes", c."People", c."Copies", c."Cost" FROM "ActivityQueue" c JOIN "Agencies" own ON own."AgencyId" = c."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", t."Month", t."Form", t."IsIntegrated", t."State", t."Activities", t."Times", t."Minutes", t."People", t."Copies", t."Cost" FROM "ActivityTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE (SELECT "Stale" FROM "BranchState");

CREATE VIEW "ActivityTopicBranches" AS
    SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "ActivityTopicTotals"
    UNION ALL SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "BranchTopicTotals" WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", c."Month", c."PlanTextId", c."IsIntegrated", c."State", c."Activities", c."Times" FROM "ActivityTopicQueue" c JOIN "Agencies" own ON own."AgencyId" = c."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", t."Month", t."PlanTextId", t."IsIntegrated", t."State", t."Activities", t."Times" FROM "ActivityTopicTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE (SELECT "Stale" FROM "BranchState");

-- The triggers of 0021 call these by name.
CREATE OR REPLACE FUNCTION "CountAddedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityQueue" SELECT "AgencyId", "Month", "Week", "Form", "IsIntegrated", "State", 1, "Times", ("Times"::bigint * coalesce("Minutes", 0)), coalesce("People", 0), coalesce("Copies", 0), coalesce("Cost", 0) FROM added;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "CountChangedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityQueue" SELECT "AgencyId", "Month", "Week", "Form", "IsIntegrated", "State", 1, "Times", ("Times"::bigint * coalesce("Minutes", 0)), coalesce("People", 0), coalesce("Copies", 0), coalesce("Cost", 0) FROM after
        UNION ALL SELECT "AgencyId", "Month", "Week", "Form", "IsIntegrated", "State", -1, -"Times", -("Times"::bigint * coalesce("Minutes", 0)), -coalesce("People", 0), -coalesce("Copies", 0), -coalesce("Cost", 0) FROM before;
    INSERT INTO "ActivityTopicQueue" SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", 1, a."Times" FROM after a JOIN "ActivityTopics" t ON t."ActivityId" = a."ActivityId"
        UNION ALL SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", -1, -a."Times" FROM before a JOIN "ActivityTopics" t ON t."ActivityId" = a."ActivityId";
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "CountDeletedActivities"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityQueue" SELECT "AgencyId", "Month", "Week", "Form", "IsIntegrated", "State", -1, -"Times", -("Times"::bigint * coalesce("Minutes", 0)), -coalesce("People", 0), -coalesce("Copies", 0), -coalesce("Cost", 0) FROM deleted;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "CountAddedTopics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTopicQueue" SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", 1, a."Times" FROM "Activities" a JOIN added t ON t."ActivityId" = a."ActivityId";
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "CountDeletedTopics"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "ActivityTopicQueue" SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", -1, -a."Times" FROM "Activities" a JOIN deleted t ON t."ActivityId" = a."ActivityId";
    RETURN NULL;
END $$;

-- Every turn of the tree holds the row, also where the sums were to be made anew already: they are not made from a tree that is turning just now. Once a transaction is enough.
CREATE OR REPLACE FUNCTION "StaleBranches"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "BranchState" SET "Stale" = true WHERE NOT "Stale" OR xmin <> pg_current_xact_id()::xid;
    RETURN NULL;
END $$;

-- Sums are added to again and again: room in the page of a row spares its index.
ALTER TABLE "OwnTotals" SET (fillfactor = 75);
ALTER TABLE "OwnWeeks" SET (fillfactor = 75);
ALTER TABLE "OwnTopicTotals" SET (fillfactor = 75);
ALTER TABLE "BranchTotals" SET (fillfactor = 75);
ALTER TABLE "BranchTopicTotals" SET (fillfactor = 75);
ALTER TABLE "CadenceCounts" SET (fillfactor = 75);
