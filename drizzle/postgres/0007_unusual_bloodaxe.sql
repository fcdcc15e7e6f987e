ALTER TABLE "invitation" ADD COLUMN "about" text DEFAULT 'initiative' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "element_id" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "system_ask_id" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "came_back_at" timestamp (3) with time zone;