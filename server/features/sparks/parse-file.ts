// The wall between somebody's file and us: CSV or NDJSON of any origin becomes a sheet of text cells, and every row that cannot be read
// is named. It hands the thread back between pieces, so that a large file does not hold up the boards.
import { decodeText } from '#shared/features/sparks/bring-in/decode-text.ts';
import { limits, type BadFileCode, type ParsedFile } from '#shared/features/sparks/bring-in/sheet.ts';
import { Problem } from '#shared/lib/problem.ts';
import { parseCsv } from './parse-csv.ts';
import { parseNdjson } from './parse-ndjson.ts';
