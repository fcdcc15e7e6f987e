/** From blocks to the two bodies of a letter. HTML is built by escaping every word: nothing anybody wrote can be a tag. */
import type { Block, Written } from './blocks.ts';

export function textOf({ blocks }: Written): string {
  return `${blocks.map(plain).join('\n\n')}\n`;
}

export function htmlOf({ subject, language, blocks }: Written): string {
  const body = blocks.map(marked).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f1e7;color:#2b2520;font:17px/1.5 Georgia,serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fffdf8;border-radius:8px">
${body}
</div>
</body>
</html>
`;
}

function plain(block: Block): string {
  switch (block.is) {
    case 'line':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'words':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'link':
      return block.label === '' ? block.url : `${block.label}:\n${block.url}`;
    case 'foot':
      return ['-- ', block.text, ...block.links.map(({ label, url }) => `${label}: ${url}`)].join('\n');
  }
}

const quoteStyle = 'margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #c2410c;white-space:pre-wrap';
const linkStyle = 'display:inline-block;padding:12px 20px;border-radius:6px;background:#9a3412;color:#ffffff;text-decoration:none';

function marked(block: Block): string {
  switch (block.is) {
    case 'line':
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:19px">${escaped(block.text)}</h2>`;
    case 'words':
      return `<blockquote style="${quoteStyle}">${escaped(block.text)}</blockquote>`;
    case 'list':
      return `<ul style="margin:0 0 16px;padding-left:20px">${block.items.map((item) => `<li>${escaped(oneLine(item))}</li>`).join('')}</ul>`;
    case 'link':
      return `<p style="margin:0 0 16px"><a href="${escaped(block.url)}" style="${linkStyle}">${escaped(block.label || block.url)}</a></p>`;
    case 'foot':
      return `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e5dccb;font-size:14px;color:#5c5248">${[
        escaped(block.text),
        ...block.links.map(({ label, url }) => `<a href="${escaped(url)}" style="color:#5c5248">${escaped(label)}</a>`),
      ].join('<br>')}</p>`;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
