-- A code from the phone is good for one use: the time step of the last one that was accepted.

ALTER TABLE "Users" ADD COLUMN "LastCodeStep" bigint;
