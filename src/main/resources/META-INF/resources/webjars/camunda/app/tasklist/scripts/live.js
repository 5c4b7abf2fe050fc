/*
 * Tasklist without waiting: the server says when the person's tasks have changed (/desk/events), and the list is loaded
 * again at once. What cannot wait (the model says so: a call that rings, a caller on the line) is shown at the top of the
 * page with the time that is left, and opens by itself unless something else is open. So does the next step of what the
 * person has just done.
 * A form that starts a process stays open when somebody rings, until the person opens the ring.
 * When the server is silent, Tasklist's own refresh every ten seconds goes on.
 */
import {isWindowOpen, putAside} from './put-aside.js';

const zh = document.documentElement.lang.startsWith('zh');
const TEXTS = zh
  ? {open: '打开', seconds: n => `还剩 ${n} 秒`, remind: '开启桌面提醒'}
  : {open: 'Open', seconds: n => `${n} s left`, remind: 'Turn on desktop notices'};

/** The time for which a task is opened again if Tasklist closes it together with the previous one. */
const OPENING_MS = 3000;
/** If an open task has ended and Tasklist has not closed it after this time, somebody else has ended it. */
const CLOSING_MS = 1500;

const title = document.title;
let stream = null;
let refresh = () => {};
let rings = [];
let next = null;
/** The time at which a task was first opened automatically. */
const opened = new Map();
/** Tasks that the person has submitted: they are not opened again while the news of it is on its way. */
const sent = new Set();
let goneSince = null;

export default {
  id: 'rota-desk-live',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render(node, api, scope) {
    refresh = () => scope.$applyAsync(() => scope.$root.$broadcast('refresh'));
    offerNotices(node);
    listen();
  }
};

function listen() {
  const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
  stream = new EventSource(`${root}/desk/events`);
  stream.addEventListener('tasks', event => changed(JSON.parse(event.data)));
  // For duty.js, which shares this connection; events may have been missed during a break.
  ['duty', 'open'].forEach(event =>
    stream.addEventListener(event, () => document.dispatchEvent(new CustomEvent('rota-desk:duty'))));
  setInterval(show, 250);
}

function changed(change) {
  const before = new Set(rings.map(ring => ring.task));
  const now = performance.now();
  rings = change.rings.map(ring => ({...ring, until: ring.millisLeft === undefined ? null : now + ring.millisLeft}));
  refresh();
  rings.filter(ring => !before.has(ring.task)).forEach(notice);
  next = change.next;
  show();
}

/** Called with every change and four times a second. */
function show() {
  const now = performance.now();
  const ring = rings.find(one => one.until || one.task !== search().get('task'));
  const target = next || ring?.task;
  if (target && isFree(now) && !sent.has(target) && now - (opened.get(target) ?? now) < OPENING_MS) {
    opened.set(target, opened.get(target) ?? now);
    open(target);
  } else if (target && isStruckOut(target) && !sent.has(target) && now - opened.get(target) < OPENING_MS) {
    close();
  }
  closeOffers();
  drawBanner(ring, ring?.until ? TEXTS.seconds(Math.max(0, Math.ceil((ring.until - now) / 1000))) : '');
}

/* What is open */

function search() {
  return new URLSearchParams(location.hash.split('?')[1] || '');
}

/** Whether opening a task does not interrupt the person's work; filling in a start form counts as work, too. */
function isFree(now) {
  if (isWindowOpen()) {
    return false;
  }
  const task = search().get('task');
  const gone = opened.has(task) && document.querySelector('.task-card.task-removed');
  goneSince = gone ? goneSince ?? now : null;
  return !task || (gone && now - goneSince > CLOSING_MS);
}

/**
 * With every refresh Tasklist asks whether the open task is still there. When the next one has been opened meanwhile, the
 * answer about the one before strikes that out: closed, it opens again.
 */
function isStruckOut(task) {
  return task === search().get('task') && opened.has(task) && document.querySelector('.task-card.task-removed');
}

function close() {
  const parameters = search();
  parameters.delete('task');
  location.hash = `#/?${parameters}`;
}

function open(task) {
  const parameters = search();
  parameters.set('task', task);
  parameters.delete('detailsTab');
  // Tasklist removes these when the start form is closed; setting them again would reopen it.
  parameters.delete('processStart');
  parameters.delete('processTenant');
  location.hash = `#/?${parameters}`;
}

document.addEventListener('click', event => {
  if (event.target.closest('.task-details button[ng-click="complete()"]')) {
    sent.add(search().get('task'));
  }
}, true);

/** Hides Tasklist's message about the next step, since the step opens automatically. */
function closeOffers() {
  if (stream?.readyState === EventSource.OPEN) {
    document.querySelectorAll('.page-notifications a[href*="forceDisplayTask"]')
      .forEach(offer => offer.closest('.alert')?.querySelector('[ng-click^="removeNotification"]')?.click());
  }
}

/* The banner */

let banner = null;

function drawBanner(ring, left) {
  if (!ring) {
    banner?.remove();
    banner = null;
    document.title = title;
    return;
  }
  if (banner?.dataset.task !== ring.task) {
    banner?.remove();
    banner = element('div', 'rota-ring');
    banner.dataset.task = ring.task;
    banner.setAttribute('role', 'alert');
    const button = element('button', 'btn btn-primary', TEXTS.open);
    button.type = 'button';
    button.addEventListener('click', () => {
      putAside();
      open(ring.task);
    });
    banner.append(element('strong', 'name', ring.name), element('span', 'line', ring.line),
      element('span', 'left'), button);
    banner.querySelector('.left').setAttribute('aria-hidden', 'true');
    document.body.append(banner);
  }
  // A window that opens hides everything else from a screen reader.
  banner.removeAttribute('aria-hidden');
  banner.querySelector('.left').textContent = left;
  // A call that rings without the model has no task to open; its id is not one of the engine's.
  banner.querySelector('button').hidden =
    ring.task.includes(':') || (search().get('task') === ring.task && !isWindowOpen());
  document.title = document.hidden ? `${ring.name} ${left}` : title;
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/* Notifications of the operating system, if another window is in front. They are silent: the phone rings. */

function offerNotices(node) {
  if (!('Notification' in window) || !window.isSecureContext || Notification.permission !== 'default') {
    return;
  }
  const link = element('a', 'rota-notices', TEXTS.remind);
  link.href = '';
  link.addEventListener('click', event => {
    event.preventDefault();
    Notification.requestPermission().then(() => link.remove());
  });
  node.append(link);
}

function notice(ring) {
  if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    const shown = new Notification(ring.name, {body: ring.line, tag: ring.task, silent: true});
    shown.addEventListener('click', () => window.focus());
    if (ring.until) {
      setTimeout(() => shown.close(), ring.millisLeft);
    }
  }
}
