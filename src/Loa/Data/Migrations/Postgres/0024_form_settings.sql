-- Which forms of communication the administrator offers to log, and in which order; a form without a row is offered as the program has it.

CREATE TABLE "FormSettings" (
    "Form" integer NOT NULL CONSTRAINT "PK_FormSettings" PRIMARY KEY,
    "IsHidden" boolean NOT NULL,
    "Order" integer NOT NULL
);
