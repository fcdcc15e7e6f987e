/** Evidence: a fact card. It needs a plain summary, so that everyone can weigh it. */
import { line, link, oneOf, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const evidence = defineKind({
  name: 'evidence',
  section: 'learning',
  first: 'offered',
  states: { offered: 'open', doubted: 'open', 'we-build-on-it': 'settled' },
  fields: {
    title: line(300),
    plainSummary: text(2000),
    evidenceKind: oneOf(['research', 'report', 'our-own-numbers', 'experience']),
    source: line(300),
    url: link(),
  },
  makesSenseWith: ['title', 'plainSummary', 'source'],
  defaults: {},
  examples: [
    {
      values: {
        title: 'People stayed fewer days in hospital',
        plainSummary: 'A study compared before and after.',
        evidenceKind: 'research',
        source: 'A journal article, 2013',
        url: 'https://example.org/study',
      },
    },
    { state: 'doubted', values: { title: 'Emergency admissions went down', evidenceKind: 'our-own-numbers', source: 'Yearly report' } },
  ],
  describe: (element, say) => {
    const title = titled(element.values.title, say);
    const source = element.values.source.trim();
    return source === '' ? say('kinds.evidence.says', { title }) : say('kinds.evidence.says-source', { title, source });
  },
});
