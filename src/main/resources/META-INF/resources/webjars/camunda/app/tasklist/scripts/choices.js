/*
 * Questions, lists and dates by keyboard. The library that draws the forms makes each answer a stop of the Tab key, opens
 * lists and calendars wherever the cursor comes by, and does not say what it is to a screen reader.
 * - One stop for each question; the arrow keys move in it, a digit chooses an answer by its place.
 * - A list or calendar opens by the arrow keys, Enter, Space, or by typing what one looks for, and closes by Escape.
 */
import {isByScript} from './focus.js';

const RADIOS = '.fjs-form-field-radio';
const BOXES = '.fjs-form-field-checklist';
const SELECT = '.fjs-form-field-select';
const DATE = '.fjs-form-field-datetime';

/** What is typed in a list is one word until somebody pauses for this time. */
const ONE_WORD_MS = 1000;
const DRAWN_WITHIN_MS = 500;

/** Whether the person used a mouse or a finger last. */
let pointing = false;
/** The list in which the person has looked for something. */
let moved = null;
let word = '';
let typedAt = 0;
let count = 0;

/* What the elements are */

function describe() {
  document.querySelectorAll(`.fjs-container ${RADIOS}, .fjs-container ${BOXES}`).forEach(question => {
    const answers = answersOf(question);
    if (answers.length > 0) {
      group(question, answers);
    }
  });
  document.querySelectorAll(`.fjs-container ${SELECT}`).forEach(describeList);
}

function answersOf(question) {
  return [...question.querySelectorAll('input[type=radio], input[type=checkbox]')];
}

function group(question, answers) {
  const isRadio = question.matches(RADIOS);
  if (!question.hasAttribute('role')) {
    question.setAttribute('role', isRadio ? 'radiogroup' : 'group');
    labelled(question, question);
    if (isRadio && answers[0].required) {
      question.setAttribute('aria-required', 'true');
    }
  }
  if (isRadio) {
    // With a name in common the browser does the rest.
    const name = answers[0].id.replace(/-\d+$/, '');
    answers.filter(one => one.name !== name).forEach(one => (one.name = name));
  } else if (answers.filter(one => one.tabIndex === 0).length !== 1) {
    answers.forEach((one, place) => (one.tabIndex = place === 0 ? 0 : -1));
  }
}

function labelled(element, field) {
  const label = [...field.querySelectorAll('.fjs-form-field-label')].find(one => !one.querySelector('input') && one.textContent.trim());
  if (label) {
    label.id ||= `rota-label-${++count}`;
    element.setAttribute('aria-labelledby', label.id);
  }
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
  set(input, 'aria-expanded', String(list !== null));
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
  set(input, 'aria-controls', list.id);
  itemsOf(list).forEach(item => {
    item.id ||= `rota-item-${++count}`;
    set(item, 'role', 'option');
    set(item, 'aria-selected', String(item.classList.contains('focused')));
  });
  const current = list.querySelector('.focused');
  if (current) {
    set(input, 'aria-activedescendant', current.id);
  }
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
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

new MutationObserver(describe).observe(document.body,
  {childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'id']});

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
  if (!event.isTrusted || event.isComposing || event.ctrlKey || event.metaKey) {
    return;
  }
  const field = event.target.closest(`${RADIOS}, ${BOXES}, ${SELECT}, ${DATE}`);
  if (!field || !event.target.matches('.fjs-container input')) {
    return;
  }
  const used = field.matches(SELECT) ? inList(event, field)
    : field.matches(DATE) ? inDate(event)
      : !event.altKey && !event.shiftKey && inQuestion(event, field);
  if (used) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

/** @returns whether the key was used up, here and in the following */
function inQuestion(event, question) {
  const answers = answersOf(question).filter(one => !one.disabled);
  if (/^[1-9]$/.test(event.key)) {
    const answer = answers[Number(event.key) - 1];
    answer?.focus();
    answer?.click();
    return Boolean(answer);
  }
  if (question.matches(BOXES)) {
    const place = answers.indexOf(event.target);
    const next = {
      ArrowDown: place + 1, ArrowRight: place + 1, ArrowUp: place - 1, ArrowLeft: place - 1, Home: 0, End: -1
    }[event.key];
    if (next !== undefined) {
      const answer = answers.at(next % answers.length);
      answers.forEach(one => (one.tabIndex = one === answer ? 0 : -1));
      answer.focus();
      return true;
    }
  }
  return false;
}

window.addEventListener('focusin', event => {
  const question = event.target.closest?.(BOXES);
  if (question && event.target.matches('input')) {
    answersOf(question).forEach(one => (one.tabIndex = one === event.target ? 0 : -1));
  }
});

function inList(event, field) {
  const input = event.target;
  const list = listOf(field);
  if (list) {
    return inOpenList(event, input, list);
  }
  if (!isSimple(input) || input.readOnly || input.disabled) {
    return false;
  }
  if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) {
    open(input);
    return true;
  }
  if (['Delete', 'Backspace'].includes(event.key)) {
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
    case 'ArrowDown':
    case 'ArrowUp':
      moved = list;
      return false;
    case 'Home':
    case 'End':
      return isSimple(input) && go(input, list, event.key === 'Home' ? 0 : itemsOf(list).length - 1);
    case ' ':
      // A word may have a space in it.
      return isSimple(input) && performance.now() - typedAt > ONE_WORD_MS && press(input, 'Enter');
    case 'Tab':
      if (moved === list) {
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

document.addEventListener('input', event => typed(event, event.isComposing ? '' : event.data), true);
document.addEventListener('compositionend', event => typed(event, event.data), true);

function typed(event, text) {
  const input = event.target;
  if (!input.matches?.(`${SELECT} .fjs-select-hidden-input`) || event.isComposing) {
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
