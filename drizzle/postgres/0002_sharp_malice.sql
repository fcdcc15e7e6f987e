CREATE TABLE "system_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"kind" text NOT NULL,
	"raised_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"forum" text NOT NULL,
	"heard_on" text,
	"sponsor_id" text,
	"sponsored_at" timestamp (3) with time zone,
	"answer" text,
	"answer_line" text NOT NULL,
	"next" text NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "system_ask_blocker" (
	"system_ask_id" text NOT NULL,
	"initiative_id" text NOT NULL,
	"element_id" text NOT NULL,
	"story" text NOT NULL,
	"wait_cost" text NOT NULL,
	"tried" text NOT NULL,
	"joined_by" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "system_ask_blocker_system_ask_id_initiative_id_element_id_pk" PRIMARY KEY("system_ask_id","initiative_id","element_id")
);
--> statement-breakpoint
ALTER TABLE "system_ask_blocker" ADD CONSTRAINT "system_ask_blocker_system_ask_id_system_ask_id_fk" FOREIGN KEY ("system_ask_id") REFERENCES "public"."system_ask"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "system_ask_created" ON "system_ask" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "system_ask_sponsor" ON "system_ask" USING btree ("sponsor_id");--> statement-breakpoint
CREATE INDEX "system_ask_blocker_initiative" ON "system_ask_blocker" USING btree ("initiative_id","element_id");