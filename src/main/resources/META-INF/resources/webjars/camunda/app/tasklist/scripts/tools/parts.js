/*
 * What the scripts of Tasklist share: requests to the server, elements, and texts of the handbook as elements.
 */
import {element} from '../../../../../desk/ring.js';
import {ROOT, zh} from '../page.js';

export {element};

const FAILED = zh ? '没有成功，请再试一次。' : 'That did not work, please try again.';

/**
 * Asks the server. Never throws: what went wrong is the answer's problem.
 *
 * @param path from the application's root
 * @param more fields make it a change, for which token names the header and the token of the session
 */
export async function request(path, {fields, token, signal} = {}) {
  const asked = {headers: {'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json'}, signal};
  if (fields) {
    asked.method = 'POST';
    asked.body = new URLSearchParams(fields);
    asked.headers[token.header] = token.token;
  }
  try {
    const response = await fetch(`${ROOT}${path}`, asked);
    const body = await response.json();
    return response.ok ? body : {problem: body.message ?? FAILED};
  } catch (problem) {
    return {problem: FAILED, overtaken: problem.name === 'AbortError'};
  }
}

/** Asks about a task. */
export function ask(task, path, {fields, tools, signal} = {}) {
  return request(`/desk/tools/${encodeURIComponent(task)}${path}`, {fields, token: tools, signal});
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
