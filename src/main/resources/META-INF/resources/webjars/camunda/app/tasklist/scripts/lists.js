/*
 * Lists and dates by keyboard. The library that draws the forms opens a list or calendar wherever the cursor comes by, and does
 * not say what it is to a screen reader. Here it opens by the arrow keys, Enter, Space, or by typing what one looks for, and
 * closes by Escape.
 */
import {labelled} from './choices.js';
import {isByScript} from './focus.js';
import {isComposing, onDrawn, setAttribute} from './page.js';

const SELECT = '.fjs-form-field-select';
const DATE = '.fjs-form-field-datetime';

/** What is typed in a list is one word until somebody pauses for this time. */
const ONE_WORD_MS = 1000;
const DRAWN_WITHIN_MS = 500;
const REDRAWN_MS = 40;

/** Whether the person used a mouse or a finger last. */
let pointing = false;
/** The list in which the person has looked for something. */
let moved = null;
let word = '';
let typedAt = 0;
let count = 0;

function describe() {
  document.querySelectorAll(`.fjs-container ${SELECT}`).forEach(describeList);
}

function describeList(field) {
  const input = inputOf(field);
  if (!input) {
    return;
  }
  const list = listOf(field);
  if (!input.hasAttribute('role')) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('aria-autocomplete', isSimple(input) ? 'none' : 'list');
  }
  setAttribute(input, 'aria-expanded', String(list !== null));
  if (!list) {
    input.removeAttribute('aria-controls');
    input.removeAttribute('aria-activedescendant');
    return;
  }
  if (!list.id) {
    list.id = `rota-list-${++count}`;
    list.setAttribute('role', 'listbox');
    labelled(list, field);
  }
  setAttribute(input, 'aria-controls', list.id);
  itemsOf(list).forEach(item => {
    item.id ||= `rota-item-${++count}`;
    setAttribute(item, 'role', 'option');
    setAttribute(item, 'aria-selected', String(item.classList.contains('focused')));
  });
  const current = list.querySelector('.focused');
  if (current) {
    setAttribute(input, 'aria-activedescendant', current.id);
  }
}

function inputOf(field) {
  return field.querySelector('.fjs-input-group input');
}

function listOf(field) {
  return field.querySelector('.fjs-dropdownlist');
}

function itemsOf(list) {
  return [...list.querySelectorAll('.fjs-dropdownlist-item')];
}

/** A list in which one does not search. */
function isSimple(input) {
  return input.matches('.fjs-select-hidden-input');
}

onDrawn(describe, 'class');

/* Nothing opens because the cursor comes by */

document.addEventListener('pointerdown', () => (pointing = true), true);
document.addEventListener('keydown', () => (pointing = false), true);
// At the window: Tasklist lets nobody listen to this at the document.
['focus', 'focusin'].forEach(kind => window.addEventListener(kind, event => {
  if ((!pointing || isByScript()) && event.target.matches?.(`${SELECT} input, ${DATE} input`)) {
    event.stopPropagation();
  }
  moved = null;
  word = '';
}, true));

/* Keys */

document.addEventListener('keydown', event => {
  const field = event.target.closest(`${SELECT}, ${DATE}`);
  if (!field || !event.target.matches('.fjs-container input') || !event.isTrusted || event.ctrlKey || event.metaKey) {
    return;
  }
  if (isComposing(event)) {
    // The key is the input method's: Enter there is not for an entry of the list.
    event.stopPropagation();
    return;
  }
  if (field.matches(SELECT) ? inList(event, field) : inDate(event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

/** @returns whether the key was used up, here and in the following */
function inList(event, field) {
  const input = event.target;
  if (input.readOnly || input.disabled) {
    return false;
  }
  const isOpen = listOf(field) !== null || queue.length > 0;
  const chosen = event.key === ' ' && isSimple(input) && performance.now() - typedAt > ONE_WORD_MS ? 'Enter' : event.key;
  if (['ArrowDown', 'ArrowUp', 'Enter'].includes(chosen)) {
    queue.push({field, input, key: chosen});
    work();
    return true;
  }
  return isOpen ? inOpenList(event, input, listOf(field)) : inClosedList(event, input, field);
}

/*
 * The library knows only after it has drawn itself again which entry the last key went to. Keys that come faster, as on a busy
 * machine, wait for that.
 */
const queue = [];
let working = false;

async function work() {
  if (working) {
    return;
  }
  working = true;
  while (queue.length > 0) {
    const {field, input, key} = queue[0];
    if (document.activeElement === input) {
      await does(field, input, key);
    }
    queue.shift();
  }
  working = false;
}

async function does(field, input, key) {
  const list = listOf(field);
  if (list) {
    moved = key === 'Enter' ? null : list;
    press(input, key);
  } else if (isSimple(input)) {
    open(input);
  } else if (key === 'ArrowDown') {
    press(input, key);
  }
  const until = performance.now() + DRAWN_WITHIN_MS;
  do {
    await new Promise(resolve => setTimeout(resolve, REDRAWN_MS));
  } while (!list && !listOf(field) && performance.now() < until && (isSimple(input) || key === 'ArrowDown'));
}

function inClosedList(event, input, field) {
  if (isSimple(input) && ['Delete', 'Backspace'].includes(event.key)) {
    field.querySelector('.fjs-select-cross')?.dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}));
    return true;
  }
  return false;
}

function inOpenList(event, input, list) {
  switch (event.key) {
    case 'Escape':
      // As if the field were left: that closes the list.
      input.dispatchEvent(new FocusEvent('blur'));
      input.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
      return true;
    case 'Home':
    case 'End':
      return list !== null && isSimple(input) && go(input, list, event.key === 'Home' ? 0 : itemsOf(list).length - 1);
    case 'Tab':
      if (list !== null && moved === list) {
        press(input, 'Enter');
      }
      return false;
    default:
      return false;
  }
}

function open(input) {
  input.dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}));
}

/** As if the person pressed the key. */
function press(input, key) {
  input.dispatchEvent(new KeyboardEvent('keydown', {key, code: key, bubbles: true, cancelable: true}));
  return true;
}

function go(input, list, place) {
  const items = itemsOf(list);
  const from = items.findIndex(item => item.classList.contains('focused'));
  for (let step = from; step !== place && place >= 0; step += Math.sign(place - from)) {
    press(input, step < place ? 'ArrowDown' : 'ArrowUp');
  }
  moved = list;
  return true;
}

/* Typing in a list in which one does not search goes to the first entry that begins with it, or has it in it. */

document.addEventListener('input', event => typed(event, event.data), true);
document.addEventListener('compositionend', event => typed(event, event.data), true);

function typed(event, text) {
  const input = event.target;
  if (!input.matches?.(`${SELECT} .fjs-select-hidden-input`) || isComposing(event)) {
    return;
  }
  const now = performance.now();
  word = (now - typedAt > ONE_WORD_MS ? '' : word) + (text ?? '');
  typedAt = now;
  const field = input.closest(SELECT);
  const shown = field.querySelector('.fjs-select-display');
  input.value = shown.matches('.fjs-select-placeholder') ? '' : shown.textContent;
  if (!word.trim()) {
    return;
  }
  if (!listOf(field)) {
    open(input);
  }
  lookFor(field, word.trim().toLowerCase(), now + DRAWN_WITHIN_MS);
}

function lookFor(field, text, until) {
  const list = listOf(field);
  const names = list ? itemsOf(list).map(item => item.textContent.trim().toLowerCase()) : [];
  if (names.length > 0) {
    const place = names.findIndex(name => name.startsWith(text));
    go(inputOf(field), list, place >= 0 ? place : names.findIndex(name => name.includes(text)));
  } else if (performance.now() < until) {
    setTimeout(() => lookFor(field, text, until), 20);
  }
}

function inDate(event) {
  const input = event.target;
  const list = input.closest('.fjs-timepicker')?.querySelector('.fjs-dropdownlist');
  if (event.key === 'Escape' && (input._flatpickr?.isOpen || list)) {
    // Not heard by the window around, which would close.
    input._flatpickr?.close();
    input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', code: 'Escape'}));
    return true;
  }
  return false;
}

describe();
