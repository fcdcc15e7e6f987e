import { useEffect, useState } from 'react';
import css from './qr-code.module.css';

interface Modules {
  readonly size: number;
  readonly data: ArrayLike<number>;
}

/** A QR code drawn as one path, always dark on light, since cameras expect that. The library comes only when a code is shown. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [modules, setModules] = useState<Modules | null>(null);
  useEffect(() => {
    let gone = false;
    void import('qrcode').then(({ create }) => {
      if (!gone) setModules(create(text, { errorCorrectionLevel: 'M' }).modules);
    });
    return () => {
      gone = true;
    };
  }, [text]);
  const size = (modules?.size ?? 41) + quiet * 2;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={css['code']} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      {modules && <path d={drawn(modules)} fill="#000" />}
    </svg>
  );
}

/** The empty rim a code needs, in modules (ISO/IEC 18004). */
const quiet = 4;

function drawn({ size, data }: Modules): string {
  const parts: string[] = [];
  for (let at = 0; at < size * size; at++) if (data[at]) parts.push(`M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z`);
  return parts.join('');
}
