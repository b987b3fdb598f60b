-- What stands below an agency did altogether, so that a province's dashboard does not add up the rows of four hundred agencies. Writers only put what changed into a queue, where nobody waits
-- for anybody; the server adds the queue up every few seconds. The views give the sums of an agency and of everything below it, queue included: they are right at any moment, also while a
-- reorganisation has made the sums stale (they are added up from the agencies' own then).

CREATE TABLE "BranchState" (
    "Only" boolean NOT NULL DEFAULT true,
    "Stale" boolean NOT NULL,
    CONSTRAINT "PK_BranchState" PRIMARY KEY ("Only"),
    CONSTRAINT "CK_BranchState_Only" CHECK ("Only")
);

INSERT INTO "BranchState" ("Stale") VALUES (true);

CREATE TABLE "BranchTotals" (
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
    CONSTRAINT "PK_BranchTotals" PRIMARY KEY ("AgencyId", "Month", "Form", "IsIntegrated", "State")
);

CREATE TABLE "BranchTotalsQueue" (
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
    "Cost" bigint NOT NULL
);

CREATE FUNCTION "QueueAddedTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTotalsQueue" SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM added;
    RETURN NULL;
END $$;

CREATE FUNCTION "QueueChangedTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTotalsQueue" SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM after UNION ALL SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", -"Activities", -"Times", -"Minutes", -"People", -"Copies", -"Cost" FROM before;
    RETURN NULL;
END $$;

CREATE FUNCTION "QueueDeletedTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTotalsQueue" SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", -"Activities", -"Times", -"Minutes", -"People", -"Copies", -"Cost" FROM deleted;
    RETURN NULL;
END $$;

CREATE TRIGGER "ActivityTotals_Queue_Added" AFTER INSERT ON "ActivityTotals" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "QueueAddedTotals"();
CREATE TRIGGER "ActivityTotals_Queue_Changed" AFTER UPDATE ON "ActivityTotals" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "QueueChangedTotals"();
CREATE TRIGGER "ActivityTotals_Queue_Deleted" AFTER DELETE ON "ActivityTotals" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION "QueueDeletedTotals"();

CREATE VIEW "ActivityBranches" AS
    SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "ActivityTotals"
    UNION ALL SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "BranchTotals" WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", c."Month", c."Form", c."IsIntegrated", c."State", c."Activities", c."Times", c."Minutes", c."People", c."Copies", c."Cost" FROM "BranchTotalsQueue" c JOIN "Agencies" own ON own."AgencyId" = c."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", t."Month", t."Form", t."IsIntegrated", t."State", t."Activities", t."Times", t."Minutes", t."People", t."Copies", t."Cost" FROM "ActivityTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE (SELECT "Stale" FROM "BranchState");

CREATE TABLE "BranchTopicTotals" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "PlanTextId" uuid NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL,
    CONSTRAINT "PK_BranchTopicTotals" PRIMARY KEY ("AgencyId", "Month", "PlanTextId", "IsIntegrated", "State")
);

CREATE TABLE "BranchTopicTotalsQueue" (
    "AgencyId" uuid NOT NULL,
    "Month" integer NOT NULL,
    "PlanTextId" uuid NOT NULL,
    "IsIntegrated" boolean NOT NULL,
    "State" integer NOT NULL,
    "Activities" bigint NOT NULL,
    "Times" bigint NOT NULL
);

CREATE FUNCTION "QueueAddedTopicTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTopicTotalsQueue" SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM added;
    RETURN NULL;
END $$;

CREATE FUNCTION "QueueChangedTopicTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTopicTotalsQueue" SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM after UNION ALL SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", -"Activities", -"Times" FROM before;
    RETURN NULL;
END $$;

CREATE FUNCTION "QueueDeletedTopicTotals"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "BranchTopicTotalsQueue" SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", -"Activities", -"Times" FROM deleted;
    RETURN NULL;
END $$;

CREATE TRIGGER "ActivityTopicTotals_Queue_Added" AFTER INSERT ON "ActivityTopicTotals" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "QueueAddedTopicTotals"();
CREATE TRIGGER "ActivityTopicTotals_Queue_Changed" AFTER UPDATE ON "ActivityTopicTotals" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "QueueChangedTopicTotals"();
CREATE TRIGGER "ActivityTopicTotals_Queue_Deleted" AFTER DELETE ON "ActivityTopicTotals" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION "QueueDeletedTopicTotals"();

CREATE VIEW "ActivityTopicBranches" AS
    SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "ActivityTopicTotals"
    UNION ALL SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "BranchTopicTotals" WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", c."Month", c."PlanTextId", c."IsIntegrated", c."State", c."Activities", c."Times" FROM "BranchTopicTotalsQueue" c JOIN "Agencies" own ON own."AgencyId" = c."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE NOT (SELECT "Stale" FROM "BranchState")
    UNION ALL SELECT up."AgencyId", t."Month", t."PlanTextId", t."IsIntegrated", t."State", t."Activities", t."Times" FROM "ActivityTopicTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."Code" = ANY (string_to_array(own."Path", '/')) AND up."AgencyId" <> own."AgencyId"
        WHERE (SELECT "Stale" FROM "BranchState");

CREATE FUNCTION "StaleBranches"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "BranchState" SET "Stale" = true WHERE NOT "Stale";
    RETURN NULL;
END $$;

-- A tree that turns moves whole branches. A new agency has done nothing yet.
CREATE TRIGGER "Agencies_Branches" AFTER UPDATE OF "Path" ON "Agencies" FOR EACH STATEMENT EXECUTE FUNCTION "StaleBranches"();
