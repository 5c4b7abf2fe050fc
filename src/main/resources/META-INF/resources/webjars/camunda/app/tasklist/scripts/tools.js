/*
 * What an agent needs beside the form of a call or a visit: the handbook, whose customer somebody is, a question to the
 * manager. A small bar stands above the form of every task for which the server says so; a key or a click opens the panel
 * beside the form, or below it on a narrow screen. The form stays as it is, with all that was typed.
 */
import {isComposing, openTask, zh} from './page.js';
import {ask, button, element} from './tools/parts.js';
import {customers} from './tools/customers.js';
import {handbook} from './tools/handbook.js';
import {questions} from './tools/questions.js';

const TOOLS = [handbook, customers, questions];
const T = zh ? {bar: '接待工具', close: '关闭'} : {bar: 'Tools', close: 'Close'};

/** Several changes at once cause one request. */
const PAUSE_MS = 150;

let task = null;
let bar = null;
let panel = null;
let open = null;
/** What had the focus when the panel was opened. */
let before = null;
let waiting = null;

export default {
  id: 'rota-desk-tools',
  pluginPoint: 'tasklist.navbar.action',
  priority: 380,
  render(node, api, scope) {
    // With every change of the person's tasks: one may have been claimed, or answered.
    scope.$root.$on('refresh', look);
    window.addEventListener('hashchange', look);
    look();
  }
};

function look() {
  clearTimeout(waiting);
  waiting = setTimeout(load, PAUSE_MS);
}

async function load() {
  const id = openTask();
  if (!id) {
    take(null);
    return;
  }
  const tools = await ask(id, '');
  if (!tools.problem) {
    take(tools.shown ? {id, tools} : null);
  }
}

function take(news) {
  const same = news?.id === task?.id;
  task = news;
  const place = document.querySelector('.task-details');
  if (!task || !place) {
    bar?.remove();
    bar = null;
    hide();
    return;
  }
  drawBar(place);
  if (!open) {
    return;
  }
  if (!offered().includes(open)) {
    hide();
    return;
  }
  if (!same || !panel) {
    draw();
  } else {
    open.refresh?.(task);
  }
}

function offered() {
  return TOOLS.filter(tool => tool.isOffered?.(task) ?? true);
}

function drawBar(place) {
  const names = offered().map(tool => tool.id).join(' ');
  if (bar?.dataset.tools !== names || bar.parentElement !== place) {
    bar?.remove();
    bar = element('div', 'rota-tools-bar');
    bar.dataset.tools = names;
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', T.bar);
    offered().forEach(tool => {
      const made = button(tool.name, 'btn btn-default', () => (open === tool ? close() : show(tool)));
      made.dataset.tool = tool.id;
      made.title = `${tool.name} (${tool.key})`;
      made.setAttribute('aria-keyshortcuts', tool.key);
      made.append(element('kbd', '', tool.key));
      bar.append(made);
    });
    place.prepend(bar);
  }
  bar.querySelectorAll('button').forEach(one => one.setAttribute('aria-expanded', String(open?.id === one.dataset.tool)));
}

function show(tool) {
  if (!panel?.contains(document.activeElement)) {
    before = document.activeElement;
  }
  open = tool;
  draw();
  drawBar(panel.parentElement);
  panel.first?.focus();
}

function draw() {
  panel?.remove();
  panel = element('aside', 'rota-tools');
  panel.setAttribute('aria-label', open.name);
  const head = element('header');
  head.append(element('h3', '', open.name), button('×', 'close', close));
  head.querySelector('.close').setAttribute('aria-label', T.close);
  const box = element('div', 'content');
  panel.append(head, box);
  document.querySelector('.task-details').append(panel);
  document.body.classList.add('rota-tools-open');
  panel.first = open.render(box, task);
}

/** Out of sight while there is nothing to help with; the next task opens it again. */
function hide() {
  panel?.remove();
  panel = null;
  document.body.classList.remove('rota-tools-open');
}

function close() {
  const tool = open;
  open = null;
  hide();
  if (bar) {
    drawBar(bar.parentElement);
  }
  // A form may have drawn itself again meanwhile.
  const back = before?.isConnected && before !== document.body ? before : bar?.querySelector(`[data-tool="${tool.id}"]`);
  back?.focus();
}

document.addEventListener('keydown', event => {
  if (!task || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('.modal-dialog')) {
    return;
  }
  const tool = offered().find(one => one.key === event.key);
  if (tool) {
    event.preventDefault();
    if (open === tool && panel?.contains(document.activeElement)) {
      close();
    } else if (open === tool) {
      before = document.activeElement;
      panel?.first?.focus();
    } else {
      show(tool);
    }
  } else if (event.key === 'Escape' && !isComposing(event) && panel?.contains(document.activeElement)) {
    event.preventDefault();
    close();
  }
}, true);
