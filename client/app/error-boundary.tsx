import { Component, type ReactNode } from 'react';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { Notice } from '#client/ui/notice.tsx';
import css from './error-boundary.module.css';

interface Props {
  /** Another place gets another try: the address. */
  resetKey: string;
  children: ReactNode;
}

/** Catches what a screen throws while drawing. After a deploy an old page may ask for a chunk that is gone: then it offers the newer version. */
export class ErrorBoundary extends Component<Props, { thrown: unknown; at: string }> {
  override state = { thrown: null, at: this.props.resetKey };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  static getDerivedStateFromProps(props: Props, state: { at: string }) {
    return props.resetKey === state.at ? null : { thrown: null, at: props.resetKey };
  }

  override render() {
    if (this.state.thrown === null) return this.props.children;
    const missing = isMissingChunk(this.state.thrown);
    return (
      <div className={css['broken']}>
        <Notice
          tone={missing ? 'plain' : 'care'}
          live="assertive"
          title={say(missing ? 'shell.newer-version' : 'shell.broken')}
          actions={<Act onClick={() => location.reload()}>{say('shell.load-again')}</Act>}
        >
          <p>{say(missing ? 'shell.newer-version-why' : 'shell.broken-why')}</p>
        </Notice>
      </div>
    );
  }
}

/** How the browsers say that a lazily loaded script is not there. */
export function isMissingChunk(thrown: unknown): boolean {
  return thrown instanceof Error && /dynamically imported module|importing a module script|unable to preload/i.test(thrown.message);
}
