-- The sums of an agency and of everything below it, under the names that PostgreSQL keeps sums for: here, where one server holds one province at most, they are added up when they are asked for.

CREATE VIEW "ActivityBranches" AS
    SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", "Activities", "Times", "Minutes", "People", "Copies", "Cost" FROM "ActivityTotals"
    UNION ALL SELECT up."AgencyId", t."Month", t."Form", t."IsIntegrated", t."State", t."Activities", t."Times", t."Minutes", t."People", t."Copies", t."Cost" FROM "ActivityTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."AgencyId" <> own."AgencyId" AND substr(own."Path", 1, length(up."Path")) = up."Path";

CREATE VIEW "ActivityTopicBranches" AS
    SELECT "AgencyId", "Month", "PlanTextId", "IsIntegrated", "State", "Activities", "Times" FROM "ActivityTopicTotals"
    UNION ALL SELECT up."AgencyId", t."Month", t."PlanTextId", t."IsIntegrated", t."State", t."Activities", t."Times" FROM "ActivityTopicTotals" t JOIN "Agencies" own ON own."AgencyId" = t."AgencyId" JOIN "Agencies" up ON up."AgencyId" <> own."AgencyId" AND substr(own."Path", 1, length(up."Path")) = up."Path";
