/** Wat mensen te horen krijgen, in zinnen aan henzelf. */
import type { AreasOf } from '../say.ts';

export const notices = {
  'ask.put': '{who} vraagt je over: {title}',
  'ask.answered': '{who} antwoordde op je vraag over: {title}',
  'ask.withdrawn': '{who} trok een vraag aan jou in: {title}',
  'invitation.made': '{who} nodigt je uit voor: {initiative}',
  'invitation.answered': '{who} antwoordde op je uitnodiging voor: {initiative}',
  'initiative.endorsement-withdrawn': '{who} staat niet meer achter: {initiative}',
  'pledge.confirmed': '{who} bevestigde wat je gaf: {title}',
  'room.asked': '{who} vraagt je om ruimte om te proberen: {title}',
  'room.offered': '{who} biedt jullie ruimte om te proberen: {title}',
  'room.changed': '{who} schreef ruimte om te proberen opnieuw. Lees die, en neem die opnieuw aan: {title}',
  'room.declined': '{who} zei nee tegen ruimte om te proberen: {title}. {because}',
  'room.accepted': '{who} nam je ruimte om te proberen aan: {title}',
  'room.taken-back': '{who} nam ruimte om te proberen terug. Jullie zijn niet meer gedekt: {title}. {because}',
  'room.finished': '{who} beëindigde je ruimte om te proberen: {title}. {because}',
  'room.learned': '{who} zei wat er geleerd is met je ruimte om te proberen: {title}',
  'system-ask.sponsored': '{who} brengt een gezamenlijke vraag waar ze gehoord wordt: {cause}',
  'system-ask.stepped-back': '{who} brengt een gezamenlijke vraag daar niet meer: {cause}',
  'system-ask.answered': '{who} bracht het antwoord op een gezamenlijke vraag waar je in zit: {cause}',
  'spark.replied': '{who} reageerde op je vonk: {title}',
  'spark.mentioned': '{who} schreef je bij naam, bij: {title}',
  'pushed-ask': 'Iemand vraagt je iets in {place}',
  'pushed-invitation': 'Iemand nodigt je ergens voor uit in {place}',
  'pushed-mention': 'Iemand schreef je bij naam in {place}',
  'pushed-answer': 'Iemand antwoordde je in {place}',
} as const satisfies AreasOf['notices'];
