-- Only PostgreSQL queues what is to be added to the sums: here one writer at a time is the rule, and nobody waits for a row of sums.
SELECT 1;
