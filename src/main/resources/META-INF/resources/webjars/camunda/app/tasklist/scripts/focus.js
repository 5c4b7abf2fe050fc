/*
 * Where the cursor goes. When a form opens, it stands in the form's first field; after a step of one's own it never is
 * nowhere. It stays where somebody is typing elsewhere. On a touch screen no field gets it by itself, since the keyboard
 * would cover half of the form.
 */
import {COMPLETE, FORM, onDrawn, openTask} from './page.js';

const FIELDS = 'input, textarea, select, button.fjs-button';
const TEXTS = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';
/** These take the cursor elsewhere. */
const MOVING_KEYS = ['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const touch = window.matchMedia('(hover: none) and (pointer: coarse)');

const LOOK_EVERY_MS = 50;
/** A form that has not come by then does not come. */
const COMES_WITHIN_MS = 15_000;
/** Forms draw themselves again while they begin. */
const BEGINS_WITHIN_MS = 3000;
/** The next step is there by then, if there is one. */
const NEXT_WITHIN_MS = 700;

/** The form that is to get the cursor, by the task or the process that it starts. */
let wanted = null;
/** The form that got the cursor and was not touched since. */
let placed = null;
/** The time at which the person sent a form. */
let stepped = null;
let nowhereSince = null;
/** Where the cursor was put after the last step; its line may go, since the list still had the step that has ended. */
let rested = null;
let looking = null;
/** While a script moves the cursor: nothing opens because of it. */
let byScript = false;

/** Puts the cursor into this form's first field, as soon as the form is there. */
export function focusForm(name) {
  wanted = {name, until: performance.now() + COMES_WITHIN_MS};
  placed = null;
  lookAgain();
}

/** Puts the cursor into the first field of the form that is open now. @returns whether there is a form */
export function focusOpenForm() {
  const container = openForm();
  if (container) {
    put(container, {preventScroll: false});
  }
  return Boolean(container);
}

/** The form that can be filled in, in a window or of the open task. */
export function openForm() {
  return [...document.querySelectorAll(FORM)].find(isReady) ?? null;
}

/** The first field that can be filled in; for a question, the answer that is chosen. */
export function firstField(container) {
  const field = [...container.querySelectorAll(FIELDS)].find(isUsable);
  const chosen = field?.type === 'radio' && field.closest('.fjs-form-field').querySelector('input:checked');
  return chosen || field || null;
}

/** Whether the cursor stands in a field only because a script put it there. */
export function isOnlyPlaced() {
  return placed !== null && placed.field === document.activeElement;
}

export function isByScript() {
  return byScript;
}

/** Moves the cursor; no list or calendar opens. */
export function moveTo(element, options) {
  byScript = true;
  element.focus(options);
  byScript = false;
}

function isReady(container) {
  return container.dataset.rotaDraft && container.getClientRects().length > 0 && !container.closest('.disabled-form, .task-removed');
}

function isUsable(field) {
  return !field.disabled && !field.readOnly && field.tabIndex >= 0 && !field.closest('.flatpickr-calendar')
    && field.getClientRects().length > 0;
}

function isTypingElsewhere(container) {
  const active = document.activeElement;
  // A form in a window is there because the person has opened it.
  return !container.closest('.modal-dialog') && (active.matches(TEXTS) || active.closest('[role="dialog"], .modal-dialog') !== null);
}

function put(container, {preventScroll = true} = {}) {
  const field = firstField(container);
  const target = field && !touch.matches ? field : container.querySelector('form') ?? container;
  if (target !== field) {
    target.tabIndex = -1;
  }
  moveTo(target, {preventScroll});
  unheard = target;
  return target;
}

function lookAgain() {
  looking ??= setInterval(look, LOOK_EVERY_MS);
}

function look() {
  const now = performance.now();
  if (wanted) {
    lookForWanted(now);
  } else if (placed && document.activeElement === document.body && placed.container.isConnected && now < placed.until) {
    // The form has drawn itself again.
    placed.field = put(placed.container);
  } else if (stepped !== null) {
    lookForNext(now);
  }
  if (placed && now >= placed.until) {
    placed.until = 0;
  }
  if (!wanted && stepped === null && !(placed?.until > 0)) {
    clearInterval(looking);
    looking = null;
  }
}

function lookForWanted(now) {
  const container = [...document.querySelectorAll('.fjs-container')]
    .find(one => one.dataset.rotaDraft === wanted.name && isReady(one));
  if (container) {
    wanted = null;
    stepped = null;
    if (!container.contains(document.activeElement) && !isTypingElsewhere(container)) {
      placed = {container, field: put(container), until: now + BEGINS_WITHIN_MS};
    }
  } else if (now > wanted.until) {
    wanted = null;
  }
}

/** After the last step of something the cursor is in the list of tasks. */
function lookForNext(now) {
  const active = document.activeElement;
  if (active === document.body) {
    nowhereSince ??= now;
  } else {
    nowhereSince = null;
  }
  if (now - stepped > COMES_WITHIN_MS || (nowhereSince === null && active !== rested && !active.closest('.task-details'))) {
    stepped = null;
    rested = null;
  } else if (nowhereSince !== null && now - nowhereSince > NEXT_WITHIN_MS && !openForm()) {
    focusList();
    rested = document.activeElement;
    nowhereSince = null;
  }
}

/** @returns whether there is something in the list */
export function focusList() {
  const task = document.querySelector('ol.tasks-list > li.active a') ?? document.querySelector('ol.tasks-list > li a');
  const place = task ?? document.querySelector('.task-details');
  if (!task && place) {
    place.tabIndex = -1;
  }
  if (place) {
    moveTo(place, {preventScroll: !task});
  }
  return Boolean(task);
}

function touched(event) {
  if (event.isTrusted) {
    placed = null;
    // They have gone somewhere else meanwhile. By Tab from nowhere, or from where the cursor only waits, somebody wants to get
    // into the form that is on its way.
    const waits = [document.body, rested].includes(document.activeElement);
    if (wanted && event.key === 'Tab' && waits) {
      // It may lie behind a field of Tasklist's own, which the cursor would not leave again.
      event.preventDefault();
    } else if (MOVING_KEYS.includes(event.key)) {
      wanted = null;
    }
    if (rested !== null) {
      stepped = null;
      rested = null;
    }
  }
}

['keydown', 'pointerdown', 'compositionstart', 'input'].forEach(event => document.addEventListener(event, touched, true));

/* A form complains of a field that must be filled in when it is left: not if the person never went there. */

const UNHEARD_KEYS = ['Tab', 'Shift', 'Control', 'Alt', 'Meta'];
let unheard = null;

for (const event of ['input', 'click', 'keydown']) {
  window.addEventListener(event, ({target, key}) => {
    if (target === unheard && !UNHEARD_KEYS.includes(key)) {
      unheard = null;
    }
  }, true);
}
// At the window: Tasklist lets nobody listen to some of this at the document.
for (const event of ['blur', 'focusout']) {
  window.addEventListener(event, left => {
    if (unheard !== null && left.target === unheard) {
      left.stopPropagation();
      // The form may listen to either.
      setTimeout(() => (unheard = unheard === left.target && document.activeElement !== unheard ? null : unheard));
    }
  }, true);
}

/* When a form opens */

let arrowsInList = false;

document.addEventListener('keydown', event => {
  arrowsInList = ['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest('.tasks-list') !== null;
}, true);

document.addEventListener('click', event => {
  arrowsInList = false;
  if (event.target.closest(COMPLETE)) {
    stepped = performance.now();
    lookAgain();
  } else if (event.target.closest('.task-details [ng-click="claim()"]')) {
    focusForm(openTask());
  }
}, true);

let task = null;

/** A task has been opened, by the person, by a ring, or as the next step. */
function opened() {
  const now = openTask();
  if (now !== task) {
    task = now;
    // With the arrow keys somebody looks through the list.
    if (task && !arrowsInList) {
      focusForm(task);
    } else {
      wanted = null;
    }
  }
}

window.addEventListener('hashchange', opened);
opened();

// A form in a window, which starts a process.
onDrawn(() => {
  const container = document.querySelector('.modal-body .fjs-container[data-rota-draft]');
  if (container && container.dataset.rotaFocused !== container.dataset.rotaDraft) {
    container.dataset.rotaFocused = container.dataset.rotaDraft;
    focusForm(container.dataset.rotaDraft);
  }
}, 'data-rota-draft');
