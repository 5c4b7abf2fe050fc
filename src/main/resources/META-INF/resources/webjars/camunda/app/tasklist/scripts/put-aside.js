/*
 * A form that starts a process lies over everything. When somebody rings meanwhile, it is put aside: its window closes,
 * and what was typed is there again when the person comes back to it, also after a reload (drafts.js).
 * Tasklist itself can save and restore such a form, but shows no button for it and does not tell one process from
 * another; so this script presses the hidden one, and hands the texts back to the process they were written for.
 */
import {startedBefore} from './drafts.js';

const WINDOW = '.modal-dialog';
const PROCESS = '.modal-body ul.processes a';
const FORM = '.modal-body .fjs-container';
const SAVE = '.modal-body .form-actions button[ng-click="save($event)"]';

/** Where Tasklist keeps the draft of a form that has no task. */
const DRAFT = 'camunda-form:undefined';

/** The form that was put aside: the title of its window, which ends with the process, and the texts. */
let aside = null;
/** The same after it was restored; Tasklist does not save it again until something is changed. */
let back = null;

/** Whether a window lies over the tasks. */
export function isWindowOpen() {
  return document.querySelector(WINDOW) !== null;
}

/** Closes the window that is open, if there is one. */
export function putAside() {
  if (document.querySelector(FORM)) {
    aside = saved() ?? back ?? aside;
  }
  document.querySelectorAll(`${WINDOW} .modal-footer [ng-click="$dismiss()"]`).forEach(button => button.click());
}

function saved() {
  const save = document.querySelector(SAVE);
  if (!save || save.disabled) {
    return null;
  }
  save.click();
  const texts = localStorage.getItem(DRAFT);
  localStorage.removeItem(DRAFT);
  return texts && {title: document.querySelector(`${WINDOW} .modal-title`).textContent.trim(), texts};
}

function handBack(process) {
  back = aside?.title.endsWith(`: ${process}`) ? aside : null;
  const texts = back?.texts ?? startedBefore(process);
  if (!texts) {
    return;
  }
  aside = back ? null : aside;
  localStorage.setItem(DRAFT, texts);
  const drawing = setInterval(() => {
    if (document.querySelector(FORM) || !isWindowOpen()) {
      localStorage.removeItem(DRAFT);
      clearInterval(drawing);
    }
  }, 50);
}

// In the capturing phase: before Tasklist draws the form.
document.addEventListener('click', event => {
  const process = event.target.closest(PROCESS);
  if (process) {
    handBack(process.textContent.trim());
  }
}, true);
