-- An agency draws up one plan at a time from the plan above: whoever starts a second one is led to the first.

CREATE UNIQUE INDEX "IX_PlanImports_OwnerAgencyId_StartedFromPlanId" ON "PlanImports" ("OwnerAgencyId", "StartedFromPlanId") WHERE "StartedFromPlanId" IS NOT NULL AND "Status" = 3;
