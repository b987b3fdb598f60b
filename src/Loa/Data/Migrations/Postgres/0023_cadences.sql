-- What plans promise to be done so often, counted per agency and period by triggers as the sums of activities are; and the values of the plans' targets.

CREATE TABLE "Cadences" (
    "CadenceId" uuid NOT NULL,
    "PlanId" uuid NOT NULL,
    "PlanCadenceId" uuid,
    "Ordinal" integer NOT NULL,
    "Text" character varying(2000) NOT NULL,
    "Count" integer NOT NULL,
    "Every" character varying(10) NOT NULL,
    "MinMinutes" integer,
    "PrimeTimeOnly" boolean NOT NULL,
    "IntegratedCounts" boolean NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "DemandFrom" date NOT NULL,
    "GraceDays" integer NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_Cadences" PRIMARY KEY ("CadenceId"),
    CONSTRAINT "FK_Cadences_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE,
    CONSTRAINT "FK_Cadences_PlanCadences_PlanCadenceId" FOREIGN KEY ("PlanCadenceId") REFERENCES "PlanCadences" ("PlanCadenceId") ON DELETE SET NULL
);

CREATE TABLE "CadenceForms" (
    "CadenceId" uuid NOT NULL,
    "Form" integer NOT NULL,
    CONSTRAINT "PK_CadenceForms" PRIMARY KEY ("CadenceId", "Form"),
    CONSTRAINT "FK_CadenceForms_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE
);

CREATE TABLE "CadencePeriods" (
    "CadenceId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "Middle" date NOT NULL,
    "RiskFrom" date NOT NULL,
    "ClosesOn" date NOT NULL,
    "Demanded" boolean NOT NULL,
    CONSTRAINT "PK_CadencePeriods" PRIMARY KEY ("CadenceId", "Ordinal"),
    CONSTRAINT "FK_CadencePeriods_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE
);

CREATE TABLE "CadenceAgencies" (
    "CadenceId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "From" date,
    "To" date,
    CONSTRAINT "PK_CadenceAgencies" PRIMARY KEY ("AgencyId", "CadenceId"),
    CONSTRAINT "FK_CadenceAgencies_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE,
    CONSTRAINT "FK_CadenceAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "CadenceCounts" (
    "CadenceId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Ordinal" integer NOT NULL,
    "Times" bigint NOT NULL,
    "Minutes" bigint NOT NULL,
    CONSTRAINT "PK_CadenceCounts" PRIMARY KEY ("CadenceId", "AgencyId", "Ordinal")
);

CREATE TABLE "CadenceCauses" (
    "CadenceId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "Text" character varying(1000) NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "ById" uuid,
    CONSTRAINT "PK_CadenceCauses" PRIMARY KEY ("CadenceId", "AgencyId", "From", "To"),
    CONSTRAINT "FK_CadenceCauses_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE,
    CONSTRAINT "FK_CadenceCauses_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "CadenceRounds" (
    "Day" date NOT NULL,
    "FinishedAt" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_CadenceRounds" PRIMARY KEY ("Day")
);

CREATE TABLE "TargetMeasures" (
    "TargetId" uuid NOT NULL,
    "Source" integer NOT NULL,
    "Sum" integer NOT NULL,
    "Forms" integer[] NOT NULL,
    "Topics" uuid[] NOT NULL,
    "Integrated" boolean,
    "Figure" character varying(60),
    "Base" integer NOT NULL,
    "BaseNumber" numeric,
    "BaseFigure" character varying(60),
    "BaseTargetId" uuid,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_TargetMeasures" PRIMARY KEY ("TargetId"),
    CONSTRAINT "FK_TargetMeasures_PlanTargets_TargetId" FOREIGN KEY ("TargetId") REFERENCES "PlanTargets" ("TargetId") ON DELETE CASCADE,
    CONSTRAINT "FK_TargetMeasures_PlanTargets_BaseTargetId" FOREIGN KEY ("BaseTargetId") REFERENCES "PlanTargets" ("TargetId") ON DELETE SET NULL
);

CREATE TABLE "TargetValues" (
    "TargetId" uuid NOT NULL,
    "AgencyId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "AsOf" date NOT NULL,
    "Numerator" numeric NOT NULL,
    "Denominator" numeric,
    "Source" integer NOT NULL,
    "Note" character varying(500),
    "At" timestamp with time zone NOT NULL,
    "ById" uuid,
    CONSTRAINT "PK_TargetValues" PRIMARY KEY ("TargetId", "AgencyId", "Number"),
    CONSTRAINT "FK_TargetValues_PlanTargets_TargetId" FOREIGN KEY ("TargetId") REFERENCES "PlanTargets" ("TargetId") ON DELETE CASCADE,
    CONSTRAINT "FK_TargetValues_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE INDEX "IX_Cadences_PlanId" ON "Cadences" ("PlanId");
CREATE INDEX "IX_Cadences_PlanCadenceId" ON "Cadences" ("PlanCadenceId");
CREATE INDEX "IX_CadencePeriods_ClosesOn" ON "CadencePeriods" ("ClosesOn");
CREATE INDEX "IX_CadenceAgencies_CadenceId" ON "CadenceAgencies" ("CadenceId");
CREATE INDEX "IX_CadenceCauses_AgencyId" ON "CadenceCauses" ("AgencyId");
CREATE INDEX "IX_TargetMeasures_BaseTargetId" ON "TargetMeasures" ("BaseTargetId");
CREATE INDEX "IX_TargetValues_AgencyId" ON "TargetValues" ("AgencyId");

-- Each statement counts all its rows at once, in the order of the keys. A definition changes only while nobody writes activities, and is counted anew then.
CREATE FUNCTION "CountAddedForCadences"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT "CadenceId", "AgencyId", "Ordinal", sum("Times"), sum("Minutes") FROM (
            SELECT g."CadenceId", g."AgencyId", p."Ordinal", a."Times"::bigint AS "Times", (a."Times"::bigint * coalesce(a."Minutes", 0)) AS "Minutes" FROM added a
                JOIN "CadenceAgencies" g ON g."AgencyId" = a."AgencyId"
                JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR a."Minutes" >= c."MinMinutes") AND (a."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT a."IsIntegrated")
                JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = a."Form"
                JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= a."StartsOn" AND p."To" >= a."StartsOn"
                WHERE a."State" = 1) delta
        GROUP BY "CadenceId", "AgencyId", "Ordinal" HAVING sum("Times") <> 0 OR sum("Minutes") <> 0 ORDER BY "CadenceId", "AgencyId", "Ordinal"
        ON CONFLICT ("CadenceId", "AgencyId", "Ordinal") DO UPDATE SET "Times" = "CadenceCounts"."Times" + excluded."Times", "Minutes" = "CadenceCounts"."Minutes" + excluded."Minutes";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountChangedForCadences"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT "CadenceId", "AgencyId", "Ordinal", sum("Times"), sum("Minutes") FROM (
            SELECT g."CadenceId", g."AgencyId", p."Ordinal", a."Times"::bigint AS "Times", (a."Times"::bigint * coalesce(a."Minutes", 0)) AS "Minutes" FROM after a
                JOIN "CadenceAgencies" g ON g."AgencyId" = a."AgencyId"
                JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR a."Minutes" >= c."MinMinutes") AND (a."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT a."IsIntegrated")
                JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = a."Form"
                JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= a."StartsOn" AND p."To" >= a."StartsOn"
                WHERE a."State" = 1
            UNION ALL SELECT g."CadenceId", g."AgencyId", p."Ordinal", -a."Times"::bigint AS "Times", -(a."Times"::bigint * coalesce(a."Minutes", 0)) AS "Minutes" FROM before a
                JOIN "CadenceAgencies" g ON g."AgencyId" = a."AgencyId"
                JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR a."Minutes" >= c."MinMinutes") AND (a."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT a."IsIntegrated")
                JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = a."Form"
                JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= a."StartsOn" AND p."To" >= a."StartsOn"
                WHERE a."State" = 1) delta
        GROUP BY "CadenceId", "AgencyId", "Ordinal" HAVING sum("Times") <> 0 OR sum("Minutes") <> 0 ORDER BY "CadenceId", "AgencyId", "Ordinal"
        ON CONFLICT ("CadenceId", "AgencyId", "Ordinal") DO UPDATE SET "Times" = "CadenceCounts"."Times" + excluded."Times", "Minutes" = "CadenceCounts"."Minutes" + excluded."Minutes";
    RETURN NULL;
END $$;

CREATE FUNCTION "CountDeletedForCadences"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT "CadenceId", "AgencyId", "Ordinal", sum("Times"), sum("Minutes") FROM (
            SELECT g."CadenceId", g."AgencyId", p."Ordinal", -a."Times"::bigint AS "Times", -(a."Times"::bigint * coalesce(a."Minutes", 0)) AS "Minutes" FROM deleted a
                JOIN "CadenceAgencies" g ON g."AgencyId" = a."AgencyId"
                JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR a."Minutes" >= c."MinMinutes") AND (a."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT a."IsIntegrated")
                JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = a."Form"
                JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= a."StartsOn" AND p."To" >= a."StartsOn"
                WHERE a."State" = 1) delta
        GROUP BY "CadenceId", "AgencyId", "Ordinal" HAVING sum("Times") <> 0 OR sum("Minutes") <> 0 ORDER BY "CadenceId", "AgencyId", "Ordinal"
        ON CONFLICT ("CadenceId", "AgencyId", "Ordinal") DO UPDATE SET "Times" = "CadenceCounts"."Times" + excluded."Times", "Minutes" = "CadenceCounts"."Minutes" + excluded."Minutes";
    RETURN NULL;
END $$;

CREATE TRIGGER "Activities_Cadences_Added" AFTER INSERT ON "Activities" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "CountAddedForCadences"();
CREATE TRIGGER "Activities_Cadences_Changed" AFTER UPDATE ON "Activities" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION "CountChangedForCadences"();
CREATE TRIGGER "Activities_Cadences_Deleted" AFTER DELETE ON "Activities" REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION "CountDeletedForCadences"();
