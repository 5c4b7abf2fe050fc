/*
 * Questions by keyboard: the library that draws the forms makes each answer a stop of the Tab key. Here a question is one
 * stop; the arrow keys move in it, and a digit chooses an answer by its place.
 */
import {isComposing, onDrawn} from './page.js';

const RADIOS = '.fjs-form-field-radio';
const BOXES = '.fjs-form-field-checklist';

let count = 0;

function describe() {
  document.querySelectorAll(`.fjs-container ${RADIOS}, .fjs-container ${BOXES}`).forEach(question => {
    const answers = answersOf(question);
    if (answers.length > 0) {
      group(question, answers);
    }
  });
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

/** Names an element after the label of its field. */
export function labelled(element, field) {
  const label = [...field.querySelectorAll('.fjs-form-field-label')].find(one => !one.querySelector('input') && one.textContent.trim());
  if (label) {
    label.id ||= `rota-label-${++count}`;
    element.setAttribute('aria-labelledby', label.id);
  }
}

onDrawn(describe, 'id');

document.addEventListener('keydown', event => {
  const question = event.target.closest(`${RADIOS}, ${BOXES}`);
  const withOthers = event.altKey || event.shiftKey || event.ctrlKey || event.metaKey;
  if (question && event.target.matches('.fjs-container input') && event.isTrusted && !isComposing(event) && !withOthers
    && inQuestion(event, question)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

/** @returns whether the key was used up */
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

describe();
