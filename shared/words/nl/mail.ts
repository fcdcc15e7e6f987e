/** Brieven. */
import type { AreasOf } from '../say.ts';

export const mail = {
  'link-subject': 'Je link om bij Kindling binnen te komen',
  'link-text':
    'Open deze link om binnen te komen. Hij werkt één keer, binnen een uur.\n\n{link}\n\nHeb je er niet om gevraagd? Dan hoef je niets te doen.',
  'claim-subject': 'Bewaar wat je in Kindling schreef',
  'claim-text':
    'Open deze link om wat je als gast schreef onder dit e-mailadres te bewaren. Hij werkt één keer, binnen een dag.\n\n{link}\n\nHeb je er niet om gevraagd? Dan hoef je niets te doen.',
  'claim-known-text':
    'Iemand wilde wat hij of zij als gast schreef onder dit e-mailadres bewaren. Je hebt hier al een account, dus er is niets veranderd. Je komt hier binnen:\n\n{link}\n\nWas jij dit niet? Dan hoef je niets te doen.',

  hello: 'Dag {name},',
  about: 'Dit gaat over: {initiative}',
  purpose: 'Waarom het ertoe doet: {purpose}',
  'open-ask': 'Lees en antwoord',
  'open-invitation': 'Lees en antwoord',
  'open-mention': 'Lees alles',
  'open-answer': 'Lees alles',
  'open-other': 'Lees alles',
  'why-ask': 'Je krijgt deze brief meteen, omdat iemand je iets vraagt.',
  'why-invitation': 'Je krijgt deze brief meteen, omdat iemand je uitnodigt.',
  'why-mention': 'Je krijgt deze brief meteen, omdat iemand je bij naam schreef.',
  'why-answer': 'Je krijgt deze brief meteen, omdat het een antwoord aan jou is.',
  'why-other': 'Je krijgt deze brief, omdat hij gaat over iets wat je deed.',
  'reply-spark':
    'Je kunt op deze brief antwoorden. Je woorden staan dan onder de vonk, als die van jou. Bijlagen gaan niet mee. Houd deze brief voor jezelf: wie hem heeft, kan in jouw naam antwoorden.',
  'reply-ask':
    'Je kunt ook op deze brief antwoorden. Je woorden staan dan naast de vraag, als die van jou, en het team leest ze. Dat is nog geen ja of nee: gebruik daarvoor de link. Bijlagen gaan niet mee. Houd deze brief voor jezelf.',
  'reply-line':
    'Je kunt op deze brief antwoorden. Je woorden staan dan naast de vraag, als die van jou, en het team leest ze. Bijlagen gaan niet mee. Houd deze brief voor jezelf: wie hem heeft, kan in jouw naam antwoorden.',
  'returned-subject': 'Je antwoord is niet geplaatst',
  'returned-lead': 'Dank je voor het schrijven. Je antwoord kon niet worden geplaatst. Dit is waarom:',
  'returned-words': 'Hier zijn je woorden, zodat er niets verloren gaat.',
  'returned-open': 'Open het in Kindling',
  'returned-no-words': 'We vonden er geen woorden van jou in.',
  'returned-unreadable': 'We konden je mail niet lezen. Schrijf het liever in Kindling.',
  'returned-too-late': 'Die brief is te oud om op te antwoorden. Schrijf het liever in Kindling.',
  'returned-nowhere': 'Een antwoord op die brief kan nergens meer naartoe.',
  'files-subject': 'Je antwoord is geplaatst, zonder de bijlagen',
  'files-lead': 'Je woorden zijn geplaatst. De bestanden die je meestuurde konden niet mee.',
  'no-such-address': 'Het ging naar een adres dat wij niet maakten.',
  'wrong-secret': 'Het juiste geheim werd niet getoond.',
  'push-ask': 'Iemand vraagt je iets.',
  'push-invitation': 'Iemand nodigt je uit.',
  'push-mention': 'Iemand schreef je bij naam.',
  'push-answer': 'Iemand antwoordde je.',
  'push-other': 'Er bewoog iets.',
  'quiet-initiative': 'Vertel me niets meer over dit initiatief',
  'quiet-letters': 'Stuur me geen brieven meteen',
  'quiet-digest': 'Stuur me geen overzicht',
  wishes: 'Kies wat je wordt gestuurd',

  'digest-subject': 'Wat bewoog in {place}',
  'digest-lead-daily': 'Dit bewoog sinds gisteren.',
  'digest-lead-weekly': 'Dit bewoog sinds vorige week.',
  'digest-for-you': 'Over dingen van jou',
  'digest-more': { one: 'en nog {count} ding', other: 'en nog {count} dingen' },
  'digest-open': 'Open het bord',
  'digest-why': 'Je krijgt deze brief omdat je meedoet. Op dagen waarop niets beweegt, komt er geen.',
} as const satisfies AreasOf['mail'];
