-- Days off and make-up days that an administrator entered over those the program ships.

CREATE TABLE "CalendarDays" (
    "CalendarDayId" uuid NOT NULL,
    "Date" date NOT NULL,
    "Kind" integer NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Revision" bigint NOT NULL,
    CONSTRAINT "PK_CalendarDays" PRIMARY KEY ("CalendarDayId")
);

CREATE UNIQUE INDEX "IX_CalendarDays_Date" ON "CalendarDays" ("Date");
