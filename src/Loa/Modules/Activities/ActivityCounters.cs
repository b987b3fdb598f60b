using Loa.Data;
using Loa.Modules.Activities.Sums;

namespace Loa.Modules.Activities;

/// <summary>The sums of activities, as the migrations' triggers keep them, counted anew.</summary>
internal static class ActivityCounters
{
    public static readonly Counter Totals = new(
        "ActivityTotals", "Activities", ["AgencyId", "Month", "Form", "IsIntegrated", "State"], ["Activities", "Times", "Minutes", "People", "Copies", "Cost"],
        """
        SELECT "AgencyId", "Month", "Form", "IsIntegrated", "State", COUNT(*) AS "Activities", SUM(CAST("Times" AS BIGINT)) AS "Times",
            CAST(SUM(CAST("Times" AS BIGINT) * COALESCE("Minutes", 0)) AS BIGINT) AS "Minutes", SUM(CAST(COALESCE("People", 0) AS BIGINT)) AS "People",
            SUM(CAST(COALESCE("Copies", 0) AS BIGINT)) AS "Copies", CAST(SUM(COALESCE("Cost", 0)) AS BIGINT) AS "Cost"
        FROM "Activities" GROUP BY "AgencyId", "Month", "Form", "IsIntegrated", "State"
        """)
    { Kept = "OwnTotals", Mark = SumQueue.Mark, Settle = () => SumQueue.Settle };

    public static readonly Counter Weeks = new(
        "ActivityWeeks", "Activities", ["AgencyId", "Week", "State"], ["Activities", "Times"],
        """SELECT "AgencyId", "Week", "State", COUNT(*) AS "Activities", SUM(CAST("Times" AS BIGINT)) AS "Times" FROM "Activities" GROUP BY "AgencyId", "Week", "State" """)
    { Kept = "OwnWeeks", Mark = SumQueue.Mark, Settle = () => SumQueue.Settle };

    public static readonly Counter Topics = new(
        "ActivityTopicTotals", "Activities", ["AgencyId", "Month", "PlanTextId", "IsIntegrated", "State"], ["Activities", "Times"],
        """
        SELECT a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State", COUNT(*) AS "Activities", SUM(CAST(a."Times" AS BIGINT)) AS "Times"
        FROM "ActivityTopics" t JOIN "Activities" a ON a."ActivityId" = t."ActivityId" GROUP BY a."AgencyId", a."Month", t."PlanTextId", a."IsIntegrated", a."State"
        """)
    { Kept = "OwnTopicTotals", Mark = SumQueue.Mark, Settle = () => SumQueue.Settle };
}
