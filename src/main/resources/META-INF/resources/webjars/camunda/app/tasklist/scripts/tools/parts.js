/*
 * What all tools beside a form use: requests for the task in hand, elements, and texts of the handbook as elements.
 */
export const zh = document.documentElement.lang.startsWith('zh');

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const FAILED = zh ? '没有成功，请再试一次。' : 'That did not work, please try again.';

/** Asks the server about a task; with fields it is a change. Never throws: what went wrong is the answer's problem. */
export async function ask(task, path, {fields, tools, signal} = {}) {
  const request = {headers: {'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json'}, signal};
  if (fields) {
    request.method = 'POST';
    request.body = new URLSearchParams(fields);
    request.headers[tools.header] = tools.token;
  }
  try {
    const response = await fetch(`${root}/desk/tools/${encodeURIComponent(task)}${path}`, request);
    const body = await response.json();
    return response.ok ? body : {problem: body.message ?? FAILED};
  } catch (problem) {
    return {problem: FAILED, overtaken: problem.name === 'AbortError'};
  }
}

/** Does what was last asked for, after a pause in typing: the answer to an earlier request never shows over a later one. */
export function latest(pauseMs, work, show) {
  let waiting = null;
  let running = null;
  return (...given) => {
    clearTimeout(waiting);
    running?.abort();
    const own = new AbortController();
    running = own;
    waiting = setTimeout(async () => {
      const answer = await work(own.signal, ...given);
      if (running === own && !answer?.overtaken) {
        show(answer, ...given);
      }
    }, pauseMs);
  };
}

export function element(tag, className = '', text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

export function button(text, className, work) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', work);
  return made;
}

const KEPT = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'CODE', 'PRE',
  'BR', 'HR', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A']);

/** The server's HTML as elements: only those of a text, with nothing of their own but where a link leads. */
export function written(html, className) {
  const made = element('div', className);
  copy(new DOMParser().parseFromString(html, 'text/html').body, made);
  return made;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const made = KEPT.has(node.tagName) ? document.createElement(node.tagName) : document.createElement('span');
      if (node.tagName === 'A' && /^(https?:|\/)/.test(node.getAttribute('href') ?? '')) {
        // The form must stay where it is.
        Object.assign(made, {href: node.getAttribute('href'), target: '_blank', rel: 'noopener noreferrer'});
      }
      copy(node, made);
      to.append(made);
    }
  }
}
