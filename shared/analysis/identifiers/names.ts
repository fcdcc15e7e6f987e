import { warnings, type Identifier } from './finding.ts';

const capital = "\\p{Lu}[\\p{Ll}'’-]{1,30}";
const title = '(?:Mr|Mrs|Ms|Miss|Mx|mr|mrs|MRS|Mevrouw|mevrouw|Meneer|meneer|Dhr|dhr|Mevr|mevr|Mw|mw)';
const titled = new RegExp(`(?<![\\p{L}\\d])${title}\\.? {1,2}(?:(?:van|de|der|den|ten|ter|al|bin) ){0,3}(${capital}|\\p{Lu}{2,20}(?!\\p{L}))`, 'gu');
/** People on a phone write without capitals; only these two titles are nothing else in small letters. */
const titledSmall = /(?<![\p{L}\d])(?:mr|mrs|Mr|Mrs)\.? {1,2}(\p{Ll}{3,20})(?![\p{L}])/gu;
const notASurname = new Set([
  'and',
  'the',
  'who',
  'for',
  'with',
  'but',
  'was',
  'scan',
  'scans',
  'scanner',
  'scanning',
  'imaging',
  'dr',
  'miss',
  'mrs',
  'prof',
]);
const days = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December'.split(
    ' ',
  ),
);

/** A title with a surname. Doctors, nurses and sisters are staff by their title, so "Dr" and "Sister" pass. */
export function findTitledNames(text: string): Identifier[] {
  return [
    ...warnings('titled-name', text, titled, (match) => !days.has(match[1] ?? '')),
    ...warnings('titled-name', text, titledSmall, (match) => !notASurname.has(match[1] ?? '')),
  ];
}

const family =
  'neighbou?r|mother|mum|mam|mom|dad|father|wife|husband|partner|son|daughter|sister|brother|friend|aunt|auntie|uncle|nan|nana|gran|grandad|grandma|grandpa|grandmother|grandfather|grandson|granddaughter|niece|nephew|cousin|child|baby|carer|buurman|buurvrouw|moeder|vader|zoon|dochter|zus|broer|vriend|vriendin|oma|opa';
const whose = '(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Mm]ijn|[Oo]nze|[Zz]ijn|[Hh]aar)';
const relative = new RegExp(`(?<!\\p{L})${whose} (?:late |old |elderly |little |dear |own |next-door ){0,2}(?:${family}),? (${capital})`, 'gu');
const cared = new RegExp(`(?<!\\p{L})(?:patient|resident|client|inpatient|pati[eë]nt|cli[eë]nt),? (${capital})`, 'gu');
const aged = new RegExp(
  `(?<!\\p{L})(${capital})(?:,? \\(?aged |, |\\s?\\()(?:1[01]\\d|\\d{1,2})(?: ?years? old| ?y/?o\\b|\\)|,(?= (?:who|was|is|has|had|came|lives|fell|waited)\\b))`,
  'gu',
);
/** Words that follow "patient" with a capital in the names of teams and services. */
const notAName = new Set(
  'Safety Experience Transport Advice Participation Liaison Choice Access Online Group Portal Record Records Services Service Information Council Voice Forum Panel Initiated Knows Care Flow Journey Stories Story Charter Association Leader Leaders The This That When Will They Then There And But Who'.split(
    ' ',
  ),
);
const health =
  /(?<!\p{L})(?:ward|hospital|clinic|admitted|discharged|diagnos\p{L}{0,4}|surgery|operation|operated|broken|broke|fractured?|hip|fall|fell|stroke|cancer|tumou?r|chemo\p{L}{0,8}|dementia|alzheimer\p{L}{0,3}|diabet\p{L}{0,4}|epilep\p{L}{0,4}|asthma|copd|pneumonia|sepsis|infect\p{L}{0,4}|covid|hiv|pregnan\p{L}{0,3}|miscarr\p{L}{0,5}|depress\p{L}{0,4}|anxiety|psychosis|psychotic|bipolar|schizo\p{L}{0,8}|suicid\p{L}{0,4}|overdos\p{L}{0,3}|self-harm\p{L}{0,3}|autis\p{L}{0,3}|adhd|dialysis|kidney|heart|lung|liver|medication|tablets|insulin|treatment|therapy|symptoms?|pain|seizures?|wound|ulcer|catheter|died|dying|ziekenhuis|opgenomen|gevallen|gebroken|kanker|dementie|beroerte|operatie|suikerziekte)(?!\p{L})/iu;
const nearby = 200;

/** A first name with who it is to the writer, near words about health: "my neighbour Ayaan has been on the ward". */
export function findNamesWithHealth(text: string): Identifier[] {
  const isAName = (match: RegExpExecArray): boolean => !days.has(match[1] ?? '') && !notAName.has(match[1] ?? '');
  const nearHealth = (match: RegExpExecArray): boolean =>
    isAName(match) &&
    (health.test(text.slice(Math.max(0, match.index - nearby), match.index)) ||
      health.test(text.slice(match.index + match[0].length, match.index + nearby)));
  return [
    ...warnings('name-and-health', text, relative, nearHealth),
    ...warnings('name-and-health', text, cared, isAName),
    ...warnings('name-and-health', text, aged, nearHealth),
  ];
}
