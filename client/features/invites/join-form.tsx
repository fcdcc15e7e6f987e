import { useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { useMe, usePlace } from '#client/api/me.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { PerspectiveChoices } from '#client/ui/perspectives.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import type { Perspective } from '#shared/features/people/model.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';

export interface Asked {
  readonly name: string;
  readonly groupId: string | null;
  readonly perspectives: Perspective[];
}

export interface JoinFormProps {
  /** It leads into an initiative, so one's perspectives are asked. */
  initiative: boolean;
  problem: ProblemBody | null;
  busy: boolean;
  onCome: (asked: Asked) => void;
}

const labels = { name: say('invites.join-name'), groupId: say('invites.join-group') };

/** A name, and if one likes a group and how one is in this. Somebody signed in comes as who they are. */
export function JoinForm({ initiative, problem, busy, onCome }: JoinFormProps) {
  const { person } = useMe();
  const place = usePlace();
  const [name, setName] = useState('');
  const [group, setGroup] = useState('');
  const [perspectives, setPerspectives] = useState<Perspective[]>([]);
  const groups = (place?.groups ?? []).filter((one) => !one.archived).map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Form label={say('invites.join-do')} onSubmit={() => onCome({ name, groupId: group === '' ? null : group, perspectives })}>
      {person === null ? (
        <>
          <TextLine
            label={labels.name}
            hint={say('invites.join-name-hint')}
            error={fieldError(problem, 'name')}
            value={name}
            onChange={setName}
            autoComplete="given-name"
            maxLength={80}
          />
          {groups.length > 0 && (
            <Pick
              label={labels.groupId}
              optional
              error={fieldError(problem, 'groupId')}
              value={group}
              empty={say('invites.join-group-none')}
              options={groups}
              onChange={setGroup}
            />
          )}
        </>
      ) : (
        <p>{say('invites.join-as', { who: person.label })}</p>
      )}
      {initiative && <PerspectiveChoices legend={say('invites.join-perspectives')} values={perspectives} onChange={setPerspectives} />}
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" busy={busy}>
          {say('invites.join-do')}
        </Act>
      </Actions>
      {person === null && (
        <p>
          {say('invites.join-no-account')} {say('invites.join-private')}{' '}
          <Link to={addresses.signIn()} state={{ next: addresses.join(location.hash.slice(1)) }}>
            {say('invites.join-sign-in')}
          </Link>
        </p>
      )}
    </Form>
  );
}
