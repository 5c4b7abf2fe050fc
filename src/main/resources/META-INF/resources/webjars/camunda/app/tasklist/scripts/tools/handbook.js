/*
 * The handbook beside a form (L2.5, L3.5): the questions and answers and the standard script, searched while somebody types.
 */
import {zh} from '../page.js';
import {keyOf} from '../shortcuts.js';
import {ask, element, latest, written} from './parts.js';

const T = zh
  ? {name: '答客问', search: '搜索答客问和统一说辞', hint: '输入客户的问题，例如 停车费', QA: '答客问', SCRIPT: '统一说辞',
    sensitive: '敏感：由客户自己的招商员答复', nothing: '没有找到。', near: '没有完全相同的，最接近的是：',
    version: n => `第 ${n} 版`, problem: '没有查到，请再试一次。'}
  : {name: 'Handbook', search: 'Search the handbook and the script', hint: 'Type what the customer asks', QA: 'Questions and answers',
    SCRIPT: 'Script', sensitive: 'Sensitive: only the customer\'s own agent answers it', nothing: 'Nothing found.',
    near: 'Nothing has all of it; the nearest are:', version: n => `Version ${n}`, problem: 'That did not work, please try again.'};

const PAUSE_MS = 180;

/** Stays from one step of a call to the next. */
let typed = '';

export const handbook = {
  id: 'handbook',
  name: T.name,
  key: keyOf('handbook'),
  render(box, task) {
    const field = Object.assign(element('input', 'form-control'), {type: 'search', value: typed, placeholder: T.hint, maxLength: 100});
    field.setAttribute('aria-label', T.search);
    const found = element('div', 'rota-found');
    found.setAttribute('aria-live', 'polite');
    const look = latest(PAUSE_MS,
      signal => ask(task.id, `/handbook?q=${encodeURIComponent(typed)}`, {signal}),
      answer => show(found, answer));
    field.addEventListener('input', () => {
      typed = field.value;
      look();
    });
    box.append(field, found);
    look();
    return field;
  }
};

function show(found, answer) {
  if (answer.problem) {
    found.replaceChildren(element('p', 'problem', T.problem));
    return;
  }
  const parts = [];
  if (answer.sections.length === 0) {
    parts.push(element('p', 'soft', T.nothing));
  } else if (!answer.exact) {
    parts.push(element('p', 'soft', T.near));
  }
  ['QA', 'SCRIPT'].forEach(kind => {
    const sections = answer.sections.filter(section => section.kind === kind);
    if (sections.length > 0) {
      parts.push(element('h4', '', T[kind]), ...sections.map(section => drawn(section, typed.trim() !== '')));
    }
  });
  parts.push(element('p', 'soft', T.version(answer.version)));
  found.replaceChildren(...parts);
}

/** Folded while the whole handbook is shown, open when it is what somebody looked for. */
function drawn(section, open) {
  const made = element('details', section.sensitive ? 'sensitive' : '');
  made.open = open;
  const title = element('summary', '', section.title);
  if (section.sensitive) {
    title.append(element('span', 'mark', T.sensitive));
  }
  made.append(title, written(section.html, 'text'));
  return made;
}
