import { isWebAddress } from '#shared/lib/web-address.ts';
import css from './spark.module.css';

/** What somebody wrote, line by line, with its web addresses as links. */
export function Words({ text }: { text: string }) {
  return (
    <div className={css['words']}>
      {text.split(/(https?:\/\/\S*[^\s.,;:!?)\]}'"”’])/).map((part, at) => (isWebAddress(part) ? <WebLink key={at} address={part} /> : part))}
    </div>
  );
}

function WebLink({ address }: { address: string }) {
  return (
    <a href={address} rel="nofollow ugc noopener noreferrer">
      {address}
    </a>
  );
}
