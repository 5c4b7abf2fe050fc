/*
 * Nothing that is typed into a form is lost. Every change is kept as it is made: at once in this browser, where Tasklist
 * itself looks for a draft when it opens a form, and a moment later on the server, where another computer finds it. It is
 * gone when the form has been sent.
 */
import {element} from '../../../../desk/ring.js';
import {isOnlyPlaced} from './focus.js';
import {FORM, onDrawn, ROOT, zh} from './page.js';

const KEPT = zh ? '已保留填写的内容' : 'What you typed is kept';

const ADDRESS = `${ROOT}/desk/drafts`;

/** Tasklist looks for the draft of a task here. */
const TASKLIST = 'camunda-form:';
/** Ours: whose draft it is, and the server's time of the version that both have; no time: the server lacks it. */
const NOTE = 'rota-draft:';
/** Ours: the draft of a form that starts a process; Tasklist has one place for all of them. */
const STARTING = 'rota-start:';
const START = 'start:';

const AFTER_TYPING_MS = 800;
const LONGEST_REQUEST_MS = 15_000;
/** Browsers send 64 kB for pages that are gone, for all requests of a page together. */
const MOST_AT_THE_END = 60_000;
/** By then a form has drawn itself. */
const DRAWN_AFTER_MS = 500;

/** The person and the token of their session; the server says it. */
let session = null;
/** Forms whose latest change is not on the server yet. */
const waiting = new Set();
/** Forms whose draft is not wanted any more, until the server knows. */
const unwanted = new Set();
/** Requests go one after another, so that an earlier change cannot arrive after a later one. */
let line = Promise.resolve();
let timer = null;
/** While a script saves a form to put it aside; the form tells that like a form that is sent. */
let puttingAside = false;

/* The place of a draft in this browser */

function place(form) {
  return form.startsWith(START) ? STARTING + form.slice(START.length) : TASKLIST + form;
}

function note(form) {
  return JSON.parse(localStorage.getItem(NOTE + form) ?? 'null');
}

function keepHere(form, typed, at) {
  try {
    localStorage.setItem(place(form), typed);
    localStorage.setItem(NOTE + form, JSON.stringify({login: session?.login ?? sessionStorage.getItem('rota-login'), at}));
  } catch (full) {
    console.warn('Rota Desk: the browser keeps no more drafts', full);
  }
}

function forgetHere(form) {
  localStorage.removeItem(place(form));
  localStorage.removeItem(NOTE + form);
  waiting.delete(form);
}

function known() {
  return Object.keys(localStorage).filter(key => key.startsWith(NOTE)).map(key => key.slice(NOTE.length));
}

/** What the person typed into the form that starts this process, if there is something. */
export function startedBefore(process) {
  return isOwn(START + process) ? localStorage.getItem(STARTING + process) : null;
}

/** Another person's draft stays in the browser until this one's are known. */
function isOwn(form) {
  return session !== null && note(form)?.login === session.login;
}

/* The server */

function request(method, form, body, more = {}) {
  return fetch(form === null ? ADDRESS : `${ADDRESS}?form=${encodeURIComponent(form)}`, {
    method,
    body,
    // One that hangs would hold up all others.
    signal: AbortSignal.timeout(LONGEST_REQUEST_MS),
    headers: {
      'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest',
      ...(session ? {[session.header]: session.token} : {})
    },
    ...more
  });
}

/** What was typed has been sent, or is not wanted any more. */
function forget(form) {
  forgetHere(form);
  unwanted.add(form);
  inTurn(removeUnwanted);
}

async function removeUnwanted() {
  for (const form of unwanted) {
    const response = await request('DELETE', form).catch(() => null);
    if (response?.ok) {
      unwanted.delete(form);
    }
  }
}

function inTurn(work) {
  line = line.then(work, work);
  return line;
}

/** Brings this browser and the server together: the later change wins, and what was sent is gone on both. */
function meet() {
  return inTurn(compare);
}

async function compare() {
  // Another tab may note something while the server answers: that is newer than the answer.
  const before = new Map(known().map(form => [form, JSON.stringify(note(form))]));
  const isAsBefore = form => JSON.stringify(note(form)) === (before.get(form) ?? 'null');
  const response = await request('GET', null).catch(() => null);
  if (!response?.ok) {
    return;
  }
  const answer = await response.json();
  session = answer;
  sessionStorage.setItem('rota-login', answer.login);
  backToTheTask(answer.login);
  known().filter(form => (note(form).login ?? answer.login) !== answer.login).forEach(forgetHere);
  const there = new Map(answer.drafts.map(draft => [draft.form, draft]));
  known().forEach(form => {
    if (!note(form).at) {
      waiting.add(form);
    } else if (!there.has(form) && isAsBefore(form)) {
      forgetHere(form);
    }
  });
  there.forEach((draft, form) => {
    if (!waiting.has(form) && !unwanted.has(form) && isAsBefore(form) && note(form)?.at !== draft.changedAt) {
      keepHere(form, draft.typed, draft.changedAt);
      show(form);
    }
  });
  await send();
  await removeUnwanted();
}

/** After a session has ended and the same person has logged in again, the task that was open is open again. */
function backToTheTask(login) {
  const left = JSON.parse(sessionStorage.getItem('rota-left') ?? 'null');
  sessionStorage.removeItem('rota-left');
  if (left?.login === login && !location.hash.includes('task=')) {
    location.hash = left.hash;
  }
}

async function send() {
  for (const form of session ? [...waiting] : []) {
    const typed = localStorage.getItem(place(form));
    if (typed === null) {
      // Tasklist has sent the form and removed what was typed.
      forgetHere(form);
      continue;
    }
    const response = await request('PUT', form, typed).catch(() => null);
    if (response?.status === 404) {
      // The task has ended or is somebody else's.
      forgetHere(form);
    } else if (localStorage.getItem(place(form)) === typed) {
      // Refused or unheard: it stays here, and goes to the server at the next meeting.
      waiting.delete(form);
      if (response?.ok) {
        keepHere(form, typed, (await response.json()).changedAt);
      }
    }
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => inTurn(send), AFTER_TYPING_MS);
}

/* The forms on the page */

/** The library keeps its form to itself; the tree from which it is drawn leads there. @returns null if there is none */
export function drawnBy(container) {
  const waitingNodes = [container.__k];
  for (let i = 0; waitingNodes.length > 0 && i < 500; i++) {
    const node = waitingNodes.shift();
    if (!node || typeof node !== 'object') {
      continue;
    }
    const service = node.props?.value?.getService;
    if (typeof service === 'function') {
      const form = service('form', false) ?? service('eventBus', false)?.form;
      if (form?._getSubmitData) {
        return form;
      }
    }
    waitingNodes.push(...(Array.isArray(node.__k) ? node.__k : [node.__k]));
  }
  return null;
}

function nameOf(container) {
  const dialog = container.closest('.modal-dialog');
  if (dialog) {
    const title = dialog.querySelector('.modal-title')?.textContent.trim() ?? '';
    const name = title.slice(title.indexOf(': ') + 2).trim();
    return title.includes(': ') && name ? START + name : null;
  }
  for (let scope = window.angular?.element(container).scope(); scope; scope = scope.$parent) {
    if (scope.params?.taskId) {
      return scope.params.taskId;
    }
  }
  return null;
}

const drawn = new Map();
function adopt(container) {
  const form = drawnBy(container);
  const name = form && nameOf(container);
  if (!name) {
    return;
  }
  container.dataset.rotaDraft = name;
  const read = () => JSON.stringify(form._getSubmitData());
  const one = {name, form, kept: read(), touched: false, sent: false};
  drawn.set(container, one);
  // The form tells changes while it draws itself, too, and then has a part of its values only.
  form.on('field.updated', () => {
    one.touched = true;
    one.sent = false;
  });
  form.on('changed', () => {
    const typed = read();
    if (!one.touched || container.closest('.disabled-form')) {
      one.kept = typed;
    } else if (typed !== one.kept && drawn.has(container)) {
      one.kept = typed;
      keepHere(name, typed, null);
      say(container);
      waiting.add(name);
      later();
    }
  });
  form.on('submit', event => {
    one.sent = !puttingAside && Object.keys(event.errors ?? {}).length === 0;
  });
  // Tasklist restores the form of a task by itself, if the draft was there when it began to draw; other forms need help.
  restore(one, container);
  setTimeout(() => restore(one, container), DRAWN_AFTER_MS);
}

/** A draft has come from another computer, or from the form that stood here before. */
function show(form) {
  drawn.forEach((one, container) => {
    if (one.name === form) {
      restore(one, container);
    }
  });
}

/** Puts the draft into its form, unless the person types there. */
function restore(one, container) {
  const typed = JSON.parse((isOwn(one.name) && localStorage.getItem(place(one.name))) || 'null');
  const isUsed = container.contains(document.activeElement) && !isOnlyPlaced();
  if (!typed || one.touched || !container.isConnected || isUsed) {
    return;
  }
  const {schema, data} = one.form._getState();
  if (Object.entries(typed).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(data[key]))) {
    one.form.importSchema(schema, {...data, ...typed});
  }
}

function say(container) {
  const actions = (container.closest('.modal-content') ?? container.closest('.task-details'))
    ?.querySelector('.form-actions, .modal-footer');
  if (actions && !actions.querySelector('.rota-kept')) {
    actions.prepend(element('span', 'rota-kept', KEPT));
  }
}

onDrawn(() => {
  document.querySelectorAll(FORM).forEach(container => {
    if (!container.dataset.rotaDraft) {
      adopt(container);
    }
  });
  drawn.forEach((one, container) => {
    if (!container.isConnected) {
      left(one, container);
    }
  });
});

/** A form is gone from the page: it was sent, something else was opened, or Tasklist has drawn it anew. */
function left(one, container) {
  if (one.sent) {
    drawn.delete(container);
    if (one.name.startsWith(START)) {
      forget(one.name);
    } else {
      // The server knows whether the task is over.
      meet();
    }
    return;
  }
  // It takes over what was typed last, though it is gone.
  container.querySelectorAll('input, textarea').forEach(leave);
  drawn.delete(container);
  show(one.name);
}

/** Tells the form that the field is left. */
function leave(field) {
  field.dispatchEvent(new FocusEvent('blur'));
  field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
}

document.addEventListener('click', event => {
  const container = event.target.closest('.modal-dialog')?.querySelector('.fjs-container');
  if (!event.isTrusted && event.target.closest('button[ng-click="save($event)"]')) {
    puttingAside = true;
    setTimeout(() => (puttingAside = false));
  }
  // Closed by the person, not put aside by a script: it is not wanted any more.
  if (event.isTrusted && event.target.closest('.modal-footer [ng-click="$dismiss()"]') && container?.dataset.rotaDraft) {
    drawn.delete(container);
    forget(container.dataset.rotaDraft);
  }
}, true);

/* When the page goes away */

function hurry() {
  const field = document.activeElement;
  if (field?.closest(FORM)) {
    leave(field);
  }
  let room = MOST_AT_THE_END;
  waiting.forEach(form => {
    const typed = localStorage.getItem(place(form));
    if (session && typed !== null) {
      const keepalive = bytes(typed) <= room;
      room -= keepalive ? bytes(typed) : 0;
      const sent = request('PUT', form, typed, {keepalive}).catch(() => null);
      inTurn(() => sent);
    }
  });
}

function bytes(text) {
  return new Blob([text]).size;
}

/** A long draft is sent while the browser asks the person whether to leave; in any case it stays here until the server has it. */
function askBeforeTooMuchIsLeft(event) {
  const field = document.activeElement;
  if (field?.closest(FORM)) {
    leave(field);
  }
  if ([...waiting].some(form => bytes(localStorage.getItem(place(form)) ?? '') > MOST_AT_THE_END)) {
    inTurn(send);
    event.preventDefault();
  }
}

document.addEventListener('visibilitychange', () => document.hidden && hurry());
window.addEventListener('pagehide', hurry);
window.addEventListener('beforeunload', askBeforeTooMuchIsLeft);
window.addEventListener('focus', meet);

// Before Tasklist draws the first form, if the server answers that fast; else it is shown afterwards.
await Promise.race([meet(), new Promise(resolve => setTimeout(resolve, 1500))]);
