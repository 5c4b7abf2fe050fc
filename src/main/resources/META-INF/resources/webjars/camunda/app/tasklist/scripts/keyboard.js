/*
 * The keys for what is done in Tasklist. They work wherever the cursor stands, in texts too.
 */
import {element} from '../../../../desk/ring.js';
import {firstField, focusList, focusOpenForm, openForm} from './focus.js';
import {COMPLETE, onDrawn} from './page.js';
import {isPressed, keyOf} from './shortcuts.js';
import {showFirstComplaint} from './first-complaint.js';
import './choices.js';
import './lists.js';

const SEND = `${COMPLETE}, .modal-footer button[ng-click="startProcessInstance()"]`;
const FILTER = '.task-filters .task-filter h4 a';
const CLAIM = '.task-details [ng-click="claim()"]:not([disabled])';

/** A form that has not come by then is not sent any more. */
const COMES_WITHIN_MS = 10_000;

const DOES = {
  complete,
  form: focusOpenForm,
  list: focusList,
  filters: () => focus(document.querySelector(FILTER)),
  claim: () => press(CLAIM),
  start: () => press('.start-process-action a'),
  help: () => press('a.showShortcutHelp')
};

document.addEventListener('keydown', event => {
  const shortcut = Object.keys(DOES).find(one => isPressed(one, event));
  if (!shortcut) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  // A key that is held down sends one form, not the next one too.
  if (!event.repeat && (shortcut === 'complete' || !document.querySelector('.modal-dialog'))) {
    DOES[shortcut]();
  }
}, true);

// Enter in a field of one line does not send the form: one often means to go on to the next field.
document.addEventListener('submit', event => {
  if (event.target.matches('.fjs-form') && !event.submitter) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

function focus(element) {
  element?.focus();
}

function press(button) {
  [...document.querySelectorAll(button)].find(isVisible)?.click();
}

function isVisible(element) {
  return element.getClientRects().length > 0;
}

/** Sends what the cursor is in: a small form of our own, or the task's or the window's. */
function complete() {
  const own = document.activeElement.closest('form:not(.fjs-form)');
  if (own) {
    own.requestSubmit();
    return;
  }
  const button = sendButton();
  if (!button) {
    return;
  }
  if (button.disabled) {
    showFirstComplaint();
  } else {
    button.click();
  }
}

function sendButton() {
  const inWindow = document.querySelector('.modal-dialog') !== null;
  return [...document.querySelectorAll(SEND)].find(one => isVisible(one) && (one.closest('.modal-dialog') !== null) === inWindow);
}

/* A ring is taken */

let taking = null;

/** Takes what rings: its form is sent when nothing is to be filled in, else the cursor goes there. */
export function take(task) {
  clearInterval(taking);
  const until = performance.now() + COMES_WITHIN_MS;
  taking = setInterval(() => tryToTake(task, until), 50);
  tryToTake(task, until);
}

function tryToTake(task, until) {
  const container = openForm();
  const button = sendButton();
  const isThere = container?.dataset.rotaDraft === task;
  if (isThere && firstField(container)) {
    clearInterval(taking);
    focusOpenForm();
  } else if (isThere && button && !button.disabled) {
    clearInterval(taking);
    button.click();
  } else if (performance.now() > until) {
    clearInterval(taking);
  }
}

/** What the key of a ring does once its form is open; null while that is not known. */
export function takes(task) {
  const container = openForm();
  return container?.dataset.rotaDraft === task && !firstField(container) ? sendButton()?.textContent.trim() || null : null;
}

/* The key beside the button that it presses */

onDrawn(() => {
  document.querySelectorAll(SEND).forEach(button => {
    if (!button.hasAttribute('aria-keyshortcuts')) {
      button.setAttribute('aria-keyshortcuts', 'Control+Enter');
      const key = element('kbd', 'rota-key', keyOf('complete'));
      key.setAttribute('aria-hidden', 'true');
      button.after(key);
    }
  });
});
