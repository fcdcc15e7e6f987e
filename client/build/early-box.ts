import type { Plugin } from 'vite';
import { longestSpark } from '#shared/features/sparks/kinds.ts';
import { say } from '#shared/words/say.ts';
import { flame, sticks } from '../app/mark-shape.ts';
import { scopedName } from './scoped-name.ts';

/**
 * The spark box is in the page itself: on a slow line or a slow phone somebody writes while the scripts are still on their way, and the
 * wall takes over the words and the caret (client/features/sparks/box/early-words.ts). It wears the wall's own classes, whose styles the
 * page asks for in its head, so nothing jumps. first-paint.js shows it where the wall was opened.
 */
export function earlyBox(): Plugin {
  return {
    name: 'kindling:early-box',
    apply: 'build',
    transformIndexHtml: (html) => html.replace('<div id="root"></div>', `${early()}\n    <div id="root"></div>`),
  };
}

const layout = from('client/app/layout.module.css');
const page = from('client/ui/page.module.css');
const wall = from('client/features/sparks/wall/wall.module.css');
const box = from('client/features/sparks/box/spark-box.module.css');
const field = from('client/ui/field.module.css');

function early(): string {
  return `<div id="early">
      <div ${layout('frame')}>
        <header ${layout('masthead')}><span ${layout('brand')}>${mark}<span ${layout('names')}><span ${layout('name')}>${say('shell.name')}</span></span></span></header>
        <main ${layout('main')}>
          <div ${page('page')} data-width="wide">
            <header ${page('head')}>
              <div ${page('titles')}><h1 ${page('title')}>${say('sparks.title')}</h1></div>
              <div ${page('lead')}>${say('sparks.lead')}</div>
            </header>
            <div ${wall('wall')}><div ${wall('main')}><div ${box('sheet')}><div ${field('field')}>
              <label ${field('label')} for="early-box">${say('sparks.box-label')}</label>
              <textarea ${field('control', 'box')} id="early-box" autocomplete="off" maxlength="${longestSpark}" style="--rows: 2"></textarea>
            </div></div></div></div>
          </div>
        </main>
      </div>
    </div>`;
}

const mark = `<svg viewBox="0 0 64 64" width="34" height="34" aria-hidden="true" ${layout('mark')}><path d="${sticks}" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" /><path d="${flame}" ${layout('flame')} /></svg>`;

/** Writes the attribute for classes of one CSS module. */
function from(file: string): (...names: string[]) => string {
  return (...names) => `class="${names.map((name) => scopedName(name, file)).join(' ')}"`;
}
