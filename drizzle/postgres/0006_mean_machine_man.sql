ALTER TABLE "board_snapshot" ADD COLUMN "state_vector" "bytea";--> statement-breakpoint
ALTER TABLE "board_snapshot" ADD COLUMN "shape" text;