/*
 * The head of the open task: its name, whom it is about and the times in one line; and the button below its form, which is
 * named for what the step does. Giving a task back is offered to those who have taken it, or lead a unit, and only where
 * others can take it: the engine would refuse everything else.
 */
import {element} from '../../../../desk/ring.js';
import {COMPLETE, onDrawn, setText} from './page.js';
import {look, isLeader, onNews, SHOWN, subject} from './subjects.js';
import {isLate, times, write} from './rows.js';

const CARD = '.task-details .task-card';

/** Tasklist's own word for every button, in the reader's language. */
let general = null;

export default {
  id: 'rota-desk-task-head',
  pluginPoint: 'tasklist.task.action',
  priority: 400,
  render(node, api, scope) {
    // With each change of the task, or of its assignee.
    scope.$watch(() => `${openTask()?.id} ${openTask()?.assignee}`, () => queueMicrotask(draw));
  }
};

function openTask() {
  const card = document.querySelector(CARD);
  return card ? window.angular?.element(card).scope()?.task : null;
}

function draw() {
  const task = openTask();
  const card = document.querySelector(CARD);
  const names = card?.querySelector('header .names');
  if (!task || !names) {
    return;
  }
  let head = names.querySelector('.rota-head');
  if (!head) {
    head = element('div', 'rota-head');
    head.append(element('span', 'about'), element('span', 'when'));
    names.append(head);
  }
  setText(names.querySelector('h2.task'), subject(task.id)?.name);
  head.setAttribute(SHOWN, task.id);
  look();
  write(head.firstChild, subject(task.id)?.about ?? '');
  write(head.lastChild, times(task));
  card.classList.toggle('rota-late', isLate(task));
  const me = window.angular.element(card).scope().$root.authentication?.name;
  const links = task._embedded?.identityLink ?? [];
  const own = task.assignee === me;
  card.classList.toggle('rota-own', own);
  card.classList.toggle('rota-givable', (own || isLeader()) && links.some(link => link.type === 'candidate'));
  card.classList.toggle('rota-leads', isLeader());
  // Writing another assignee's login there is for those who lead.
  const assignee = card.querySelector('.meta .assignee [cam-widget-inline-field]');
  if (assignee) {
    assignee.tabIndex = isLeader() ? 0 : -1;
  }
  label();
}

function label() {
  const button = document.querySelector(COMPLETE);
  const task = button && openTask();
  if (task) {
    const text = button.lastChild;
    if (button.dataset.rotaLabel !== text.data) {
      general = text.data;
    }
    const wanted = subject(task.id)?.button ?? general;
    if (text.data !== wanted) {
      text.data = wanted;
    }
    button.dataset.rotaLabel = wanted;
  }
}

// Tasklist draws the button with each form anew.
onDrawn(label);
onNews(draw);
setInterval(draw, 10_000);
