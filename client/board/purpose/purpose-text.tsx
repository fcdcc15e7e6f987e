import type { Block, Run } from '#shared/board/read-purpose.ts';
import css from './purpose.module.css';

/** The purpose to read: what is shown to readers, and to everybody while the editor is on its way. */
export function PurposeText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className={css['prose']}>
      <Blocks blocks={blocks} />
    </div>
  );
}

// Blocks have no ids, and nothing in them holds a state: their place is their key.
function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, nth) => <BlockOf key={nth} block={block} />);
}

function BlockOf({ block }: { block: Block }) {
  if (block.type === 'quote') {
    return (
      <blockquote>
        <Blocks blocks={block.blocks} />
      </blockquote>
    );
  }
  if (block.type === 'paragraph') {
    return (
      <p>
        {block.runs.map((run, nth) => (
          <RunOf key={nth} run={run} />
        ))}
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((item, nth) => (
        <li key={nth}>
          <Blocks blocks={item} />
        </li>
      ))}
    </List>
  );
}

function RunOf({ run }: { run: Run }) {
  if (run.text === '\n') return <br />;
  let words = <>{run.text}</>;
  if (run.bold) words = <strong>{words}</strong>;
  if (run.italic) words = <em>{words}</em>;
  if (run.strike) words = <s>{words}</s>;
  if (run.link === undefined) return words;
  return (
    <a href={run.link} rel="noopener noreferrer nofollow" target="_blank">
      {words}
    </a>
  );
}
