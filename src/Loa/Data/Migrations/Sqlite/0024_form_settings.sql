-- Which forms of communication the administrator offers to log, and in which order; a form without a row is offered as the program has it.

CREATE TABLE "FormSettings" (
    "Form" INTEGER NOT NULL CONSTRAINT "PK_FormSettings" PRIMARY KEY,
    "IsHidden" INTEGER NOT NULL,
    "Order" INTEGER NOT NULL
);
