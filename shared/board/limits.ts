/** How much a board holds. Limits of single fields stand in the kinds. */

/** Cards of one board, archived ones among them. */
export const elementsPerBoard = 500;
/** From so many percent on a board says how full it is, and room can be made on it. */
export const fullFrom = 80;
/** Characters of the purpose, formatting not counted. */
export const purposeMax = 2000;
/** Paragraphs, lists, list items and line breaks of the purpose. */
export const purposeNodes = 400;
/** How deep lists and quotes may stand in each other. */
export const richTextDepth = 12;
