import { warnings, type Identifier } from './finding.ts';

const postcode = /(?<![\w@/.-])([A-Z]{1,2}\d[A-Z\d]?) {0,2}\d([ABD-HJLNP-UW-Z]{2})(?![\w@])/gi;
/** "Bay B1 2nd floor", "E3 4hr": letters after a digit that are not a postcode's, unless written in capitals. */
const endingsOfNumbers = new Set(['st', 'nd', 'rd', 'th', 'hr', 'ft', 'wk', 'yr', 'pt']);

export function findPostcodes(text: string): Identifier[] {
  return warnings('postcode', text, postcode, (match) => !endingsOfNumbers.has(match[2] ?? ''));
}

const streets = 'Street|Road|Avenue|Lane|Close|Drive|Court|Gardens|Place|Terrace|Way|Crescent|Grove|Square|Mews|Hill|Walk|Rise|View|Row|Rd|Ave';
const address = new RegExp(`(?<![\\w./-])\\d{1,4}[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}'’-]{0,30} ){1,3}(?:${streets})(?![\\p{L}])`, 'gu');
const dutchAddress = /(?<!\p{L})\p{Lu}\p{L}{0,30}(?:straat|laan|weg|plein|gracht|kade|singel) \d{1,4}(?!\d)/gu;

/** A house number with a street. */
export function findAddresses(text: string): Identifier[] {
  return [...warnings('address', text, address), ...warnings('address', text, dutchAddress)];
}

const email = /(?<![\w.+'-])([\w.+'-]{1,64})@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z\d-])/gi;
const postOffices =
  /^(?:info|enquir(?:y|ies)|contact|pals|hello|help|helpdesk|support|office|admin|reception|team|comms|communications|feedback|complaints|no-?reply|press|privacy|volunteer(?:s|ing)?)$/i;

/** Addresses that may be one person's; a service's box ("info@", "pals@") is not. */
export function findEmails(text: string): Identifier[] {
  return warnings('email', text, email, (match) => !postOffices.test(match[1] ?? ''));
}
