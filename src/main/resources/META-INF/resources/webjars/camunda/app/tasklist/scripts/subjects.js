/*
 * Whom the tasks on the page are about. The engine does not know it, so our server is asked: one request for all rows of the
 * list and the open task, when a task appears, and once a minute. An answer stays until the next one is there, since
 * Tasklist draws its rows anew with each refresh.
 */
import {ringing} from '../../../../desk/ring.js';
import {nameTab} from '../../../assets/frame.js';
import {zh} from './page.js';
import {request} from './tools/parts.js';

/** All rows of a list are drawn within this time. */
const PAUSE_MS = 20;
const FRESH_MS = 60_000;
/** The server answers no more than that. */
const MOST = 60;

/** Elements with this attribute show a task; its value is the task's id. */
export const SHOWN = 'data-rota-task';

const known = new Map();
const listeners = [];
let waiting = null;
let running = false;
/** Whether the server has said something; an empty list asks once, for the person's unit. */
let told = false;
let leads = false;
/** The server's time minus the browser's, which may be wrong. */
let offset = 0;

/** @returns {{name: ?string, about: string, over: boolean, button: ?string}|undefined} what the server said about the task */
export function subject(task) {
  return known.get(task);
}

/** Whether the person leads a unit, and may give its tasks to others. */
export function isLeader() {
  return leads;
}

/** The server's time in milliseconds. */
export function now() {
  return Date.now() + offset;
}

/** Calls the listener after each answer. */
export function onNews(listener) {
  listeners.push(listener);
}

/** Asks about what the page shows now, unless it is known. */
export function look() {
  waiting ??= setTimeout(load, PAUSE_MS);
}

async function load() {
  waiting = null;
  const ids = [...new Set([...document.querySelectorAll(`[${SHOWN}]`)].map(element => element.getAttribute(SHOWN)))].slice(0, MOST);
  if (running || (told && ids.every(isFresh))) {
    return;
  }
  running = true;
  const answer = await askAbout(ids, 'subjects');
  running = false;
  if (!answer) {
    return;
  }
  told = true;
  offset = Date.parse(answer.now) - Date.now();
  leads = answer.leads;
  nameTab(answer.unit, zh ? '待办任务' : 'Tasks');
  known.clear();
  const at = performance.now();
  ids.forEach(id => known.set(id, {about: '', button: null, ...answer.tasks.find(task => task.id === id), at}));
  listeners.forEach(listener => listener());
  // Some may have appeared meanwhile.
  look();
}

function isFresh(id) {
  return known.has(id) && performance.now() - known.get(id).at < FRESH_MS;
}

/** @returns {Promise<?object>} what the server says about these tasks; null if it has no answer */
export async function askAbout(ids, path) {
  const query = new URLSearchParams([['in', zh ? 'zh' : 'en'], ...ids.map(id => ['id', id])]);
  const answer = await request(`/desk/tasks/${path}?${query}`);
  return answer.problem ? null : answer;
}

// Somebody's duty changes when a caller hangs up: whoever has one on the line asks again.
document.addEventListener('rota-desk:duty', () => {
  const live = ringing().filter(ring => !ring.until && known.has(ring.task));
  if (live.length > 0) {
    live.forEach(ring => known.get(ring.task).at = -Infinity);
    look();
  }
});

look();
// Nothing may have been drawn anew when a minute is over.
setInterval(look, FRESH_MS);
