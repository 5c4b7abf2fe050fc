/*
 * Tasklist without waiting: the server says when the person's tasks have changed (/desk/events), and the list is loaded
 * again at once. What cannot wait (the model says so: a call that rings, a caller on the line) is shown at the top of the
 * page with the time that is left, and opens by itself unless something else is open. So does the next step of what the
 * person has just done.
 * A form that starts a process stays open when somebody rings, until the person opens the ring.
 * When the server is silent, Tasklist's own refresh every ten seconds goes on.
 */
import {take, takes} from './keyboard.js';
import {COMPLETE, openTask} from './page.js';
import {isWindowOpen, putAside} from './put-aside.js';
import {ringing, stack, start} from '../../../../desk/ring.js';

/** The time for which a task is opened again if Tasklist closes it together with the previous one. */
const OPENING_MS = 3000;
/** The time within which Tasklist's answer about the task before may come. */
const LATE_ANSWER_MS = 15_000;
/** If an open task has ended and Tasklist has not closed it after this time, somebody else has ended it. */
const CLOSING_MS = 1500;

let connected = false;
let refresh = () => {};
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
    start(node, {
      open(task) {
        putAside();
        open(task);
      },
      take,
      takes,
      isOpen: task => openTask() === task && !isWindowOpen(),
      changed(change) {
        refresh();
        next = change.next;
      },
      tick: show,
      gap: () => [document.querySelector('.navbar-header')?.getBoundingClientRect().right + 16,
        node.parentElement.getBoundingClientRect().left - 8],
      heard({event}) {
        connected = event !== 'error';
        // For duty.js, which shares this connection; events may have been missed during a break.
        if (event === 'duty' || event === 'open') {
          document.dispatchEvent(new CustomEvent('rota-desk:duty'));
        }
      }
    });
  }
};

/** Called with every change and four times a second. */
function show() {
  const now = performance.now();
  const ring = ringing().find(one => one.until || one.task !== openTask());
  const target = next || ring?.task;
  if (target && isFree(now) && !sent.has(target) && now - (opened.get(target) ?? now) < OPENING_MS) {
    opened.set(target, opened.get(target) ?? now);
    open(target);
  } else if (target && isStruckOut(target) && !sent.has(target) && now - opened.get(target) < LATE_ANSWER_MS) {
    unstrike();
  }
  closeOffers();
  gather();
}

/** Tasklist's own messages stand among all others, so that none lies over another. */
function gather() {
  const messages = document.querySelector('.page-notifications');
  if (messages && messages.parentElement !== stack()) {
    stack().append(messages);
  }
}

/* What is open */

/** Whether opening a task does not interrupt the person's work; filling in a start form counts as work, too. */
function isFree(now) {
  if (isWindowOpen()) {
    return false;
  }
  const task = openTask();
  const gone = opened.has(task) && document.querySelector('.task-card.task-removed');
  goneSince = gone ? goneSince ?? now : null;
  return !task || (gone && now - goneSince > CLOSING_MS);
}

/**
 * With every refresh Tasklist asks whether the open task is still there. When the next one has been opened meanwhile, the
 * answer about the one before strikes that out, though the person may be typing there.
 */
function isStruckOut(task) {
  return task === openTask() && opened.has(task) && document.querySelector('.task-card.task-removed');
}

/** Tasklist takes the task for the one that it is again. */
function unstrike() {
  const card = document.querySelector('.task-card.task-removed');
  [[card, 'taskExists', true], [card.querySelector('.task-removed'), 'taskRemoved', false]].forEach(([element, name, value]) => {
    let scope = element && window.angular.element(element).scope();
    while (scope && !Object.hasOwn(scope, name)) {
      scope = scope.$parent;
    }
    scope?.$applyAsync(() => (scope[name] = value));
  });
}

function open(task) {
  const parameters = new URLSearchParams(location.hash.split('?')[1] || '');
  parameters.set('task', task);
  parameters.delete('detailsTab');
  // Tasklist removes these when the start form is closed; setting them again would reopen it.
  parameters.delete('processStart');
  parameters.delete('processTenant');
  location.hash = `#/?${parameters}`;
}

document.addEventListener('click', event => {
  if (event.target.closest(COMPLETE)) {
    sent.add(openTask());
  }
}, true);

/** Hides Tasklist's message about the next step, since the step opens automatically. */
function closeOffers() {
  if (connected) {
    document.querySelectorAll('.page-notifications a[href*="forceDisplayTask"]')
      .forEach(offer => offer.closest('.alert')?.querySelector('[ng-click^="removeNotification"]')?.click());
  }
}
