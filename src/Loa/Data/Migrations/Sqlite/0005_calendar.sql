-- Days off and make-up days that an administrator entered over those the program ships.

CREATE TABLE "CalendarDays" (
    "CalendarDayId" TEXT NOT NULL CONSTRAINT "PK_CalendarDays" PRIMARY KEY,
    "Date" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_CalendarDays_Date" ON "CalendarDays" ("Date");
