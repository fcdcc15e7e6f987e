import { sparkKinds } from '#shared/features/sparks/kinds.ts';
import { say } from '#shared/words/say.ts';
import { Choice, Choices as ManyOf } from '#client/ui/choice.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { useSites } from '../use-sites.ts';
import { type Choices, nameOptions, type Person, perspectiveOptions } from './choices.ts';
import css from './spark-box.module.css';

export interface SparkChoicesProps {
  choices: Choices;
  person: Person | null;
  onChoose: (change: Partial<Choices>) => void;
}

const kinds = sparkKinds.map((value) => ({ value, label: say(`sparks.kind-${value}`) }));

/** Need or idea, where, and how the author shows; how they are in this is there for those who like. */
export function SparkChoices({ choices, person, onChoose }: SparkChoicesProps) {
  const { open: sites } = useSites();
  return (
    <>
      <Choice legend={say('sparks.kind')} hideLegend value={choices.kind} options={kinds} onChange={(kind) => onChoose({ kind })} />
      {sites.length > 0 && (
        <Pick
          label={say('sparks.site')}
          value={choices.siteId ?? ''}
          options={sites.map((site) => ({ value: site.id, label: site.name }))}
          empty={say('sparks.site-none')}
          onChange={(siteId) => onChoose({ siteId: siteId === '' ? null : siteId })}
        />
      )}
      <div className={css['names']}>
        <Choice
          legend={say('sparks.name-shown')}
          value={choices.nameShown}
          options={nameOptions(person)}
          onChange={(shown) => onChoose({ nameShown: shown })}
        />
        {choices.nameShown === 'unnamed' && <p className={css['note']}>{say('sparks.unnamed-note')}</p>}
      </div>
      <Disclosure label={say('sparks.perspectives')}>
        <ManyOf
          legend={say('sparks.perspectives')}
          hideLegend
          values={choices.perspectives}
          options={perspectiveOptions()}
          onChange={(perspectives) => onChoose({ perspectives })}
        />
      </Disclosure>
    </>
  );
}
