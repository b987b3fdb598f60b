-- What plans promise to be done so often, counted per agency and period by triggers as the sums of activities are; and the values of the plans' targets.

CREATE TABLE "Cadences" (
    "CadenceId" TEXT NOT NULL CONSTRAINT "PK_Cadences" PRIMARY KEY,
    "PlanId" TEXT NOT NULL,
    "PlanCadenceId" TEXT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    "Every" TEXT NOT NULL,
    "MinMinutes" INTEGER NULL,
    "PrimeTimeOnly" INTEGER NOT NULL,
    "IntegratedCounts" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "DemandFrom" TEXT NOT NULL,
    "GraceDays" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_Cadences_Plans_PlanId" FOREIGN KEY ("PlanId") REFERENCES "Plans" ("PlanId") ON DELETE CASCADE,
    CONSTRAINT "FK_Cadences_PlanCadences_PlanCadenceId" FOREIGN KEY ("PlanCadenceId") REFERENCES "PlanCadences" ("PlanCadenceId") ON DELETE SET NULL
);

CREATE TABLE "CadenceForms" (
    "CadenceId" TEXT NOT NULL,
    "Form" INTEGER NOT NULL,
    CONSTRAINT "PK_CadenceForms" PRIMARY KEY ("CadenceId", "Form"),
    CONSTRAINT "FK_CadenceForms_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE
);

CREATE TABLE "CadencePeriods" (
    "CadenceId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Middle" TEXT NOT NULL,
    "RiskFrom" TEXT NOT NULL,
    "ClosesOn" TEXT NOT NULL,
    "Demanded" INTEGER NOT NULL,
    CONSTRAINT "PK_CadencePeriods" PRIMARY KEY ("CadenceId", "Ordinal"),
    CONSTRAINT "FK_CadencePeriods_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE
);

CREATE TABLE "CadenceAgencies" (
    "CadenceId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "From" TEXT NULL,
    "To" TEXT NULL,
    CONSTRAINT "PK_CadenceAgencies" PRIMARY KEY ("AgencyId", "CadenceId"),
    CONSTRAINT "FK_CadenceAgencies_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE,
    CONSTRAINT "FK_CadenceAgencies_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "CadenceCounts" (
    "CadenceId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Times" INTEGER NOT NULL,
    "Minutes" INTEGER NOT NULL,
    CONSTRAINT "PK_CadenceCounts" PRIMARY KEY ("CadenceId", "AgencyId", "Ordinal")
);

CREATE TABLE "CadenceCauses" (
    "CadenceId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NULL,
    CONSTRAINT "PK_CadenceCauses" PRIMARY KEY ("CadenceId", "AgencyId", "From", "To"),
    CONSTRAINT "FK_CadenceCauses_Cadences_CadenceId" FOREIGN KEY ("CadenceId") REFERENCES "Cadences" ("CadenceId") ON DELETE CASCADE,
    CONSTRAINT "FK_CadenceCauses_Agencies_AgencyId" FOREIGN KEY ("AgencyId") REFERENCES "Agencies" ("AgencyId") ON DELETE RESTRICT
);

CREATE TABLE "CadenceRounds" (
    "Day" TEXT NOT NULL CONSTRAINT "PK_CadenceRounds" PRIMARY KEY,
    "FinishedAt" TEXT NOT NULL
);

CREATE TABLE "TargetMeasures" (
    "TargetId" TEXT NOT NULL CONSTRAINT "PK_TargetMeasures" PRIMARY KEY,
    "Source" INTEGER NOT NULL,
    "Sum" INTEGER NOT NULL,
    "Forms" TEXT NOT NULL,
    "Topics" TEXT NOT NULL,
    "Integrated" INTEGER NULL,
    "Figure" TEXT NULL,
    "Base" INTEGER NOT NULL,
    "BaseNumber" TEXT NULL,
    "BaseFigure" TEXT NULL,
    "BaseTargetId" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    CONSTRAINT "FK_TargetMeasures_PlanTargets_TargetId" FOREIGN KEY ("TargetId") REFERENCES "PlanTargets" ("TargetId") ON DELETE CASCADE,
    CONSTRAINT "FK_TargetMeasures_PlanTargets_BaseTargetId" FOREIGN KEY ("BaseTargetId") REFERENCES "PlanTargets" ("TargetId") ON DELETE SET NULL
);

CREATE TABLE "TargetValues" (
    "TargetId" TEXT NOT NULL,
    "AgencyId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "AsOf" TEXT NOT NULL,
    "Numerator" TEXT NOT NULL,
    "Denominator" TEXT NULL,
    "Source" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "At" TEXT NOT NULL,
    "ById" TEXT NULL,
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

-- Row by row: SQLite has one writer at a time. A definition changes in a transaction of its own, and is counted anew in it.
CREATE TRIGGER "Activities_Cadences_Added" AFTER INSERT ON "Activities" BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT g."CadenceId", g."AgencyId", p."Ordinal", new."Times", new."Times" * coalesce(new."Minutes", 0) FROM "CadenceAgencies" g
            JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR new."Minutes" >= c."MinMinutes") AND (new."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT new."IsIntegrated")
            JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = new."Form"
            JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= new."StartsOn" AND p."To" >= new."StartsOn"
        WHERE g."AgencyId" = new."AgencyId" AND new."State" = 1
        ON CONFLICT DO UPDATE SET "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes";
END;

CREATE TRIGGER "Activities_Cadences_Changed" AFTER UPDATE ON "Activities" BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT g."CadenceId", g."AgencyId", p."Ordinal", -old."Times", -old."Times" * coalesce(old."Minutes", 0) FROM "CadenceAgencies" g
            JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR old."Minutes" >= c."MinMinutes") AND (old."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT old."IsIntegrated")
            JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = old."Form"
            JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= old."StartsOn" AND p."To" >= old."StartsOn"
        WHERE g."AgencyId" = old."AgencyId" AND old."State" = 1
        ON CONFLICT DO UPDATE SET "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes";
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT g."CadenceId", g."AgencyId", p."Ordinal", new."Times", new."Times" * coalesce(new."Minutes", 0) FROM "CadenceAgencies" g
            JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR new."Minutes" >= c."MinMinutes") AND (new."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT new."IsIntegrated")
            JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = new."Form"
            JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= new."StartsOn" AND p."To" >= new."StartsOn"
        WHERE g."AgencyId" = new."AgencyId" AND new."State" = 1
        ON CONFLICT DO UPDATE SET "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes";
END;

CREATE TRIGGER "Activities_Cadences_Deleted" AFTER DELETE ON "Activities" BEGIN
    INSERT INTO "CadenceCounts" ("CadenceId", "AgencyId", "Ordinal", "Times", "Minutes")
        SELECT g."CadenceId", g."AgencyId", p."Ordinal", -old."Times", -old."Times" * coalesce(old."Minutes", 0) FROM "CadenceAgencies" g
            JOIN "Cadences" c ON c."CadenceId" = g."CadenceId" AND (c."MinMinutes" IS NULL OR old."Minutes" >= c."MinMinutes") AND (old."IsPrimeTime" OR NOT c."PrimeTimeOnly") AND (c."IntegratedCounts" OR NOT old."IsIntegrated")
            JOIN "CadenceForms" f ON f."CadenceId" = c."CadenceId" AND f."Form" = old."Form"
            JOIN "CadencePeriods" p ON p."CadenceId" = c."CadenceId" AND p."From" <= old."StartsOn" AND p."To" >= old."StartsOn"
        WHERE g."AgencyId" = old."AgencyId" AND old."State" = 1
        ON CONFLICT DO UPDATE SET "Times" = "Times" + excluded."Times", "Minutes" = "Minutes" + excluded."Minutes";
END;
