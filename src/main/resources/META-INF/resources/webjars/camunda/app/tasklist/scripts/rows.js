/*
 * A row of the list says whom the task is about, since when it is there and until when it is to be done. What rings, or has
 * somebody on the line, is marked; so is what is late.
 */
import {element, ringing} from '../../../../desk/ring.js';
import {setText, zh} from './page.js';
import {look, now, onNews, SHOWN, subject} from './subjects.js';

const T = zh
  ? {rings: '正在响铃', live: '进行中', over: '通话已结束', open: '等人处理', since: time => `${time} 起`, late: time => `已超时 ${time}`, left: time => `还有 ${time}`,
    by: time => `${time} 前完成`, minutes: n => `${n} 分钟`, hours: n => `${n} 小时`, moment: '不到 1 分钟'}
  : {rings: 'Ringing', live: 'In progress', over: 'The call has ended', open: 'Waiting for somebody', since: time => `since ${time}`, late: time => `${time} late`, left: time => `${time} left`,
    by: time => `due ${time}`, minutes: n => `${n} min`, hours: n => `${n} h`, moment: 'less than a minute'};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Times of day are enough for what is nearer than that. */
const NEAR_MS = 12 * HOUR_MS;
const AGAIN_MS = 10_000;

/** The rows on the page, each with the engine's task. */
const rows = new Map();

export default {
  id: 'rota-desk-rows',
  pluginPoint: 'tasklist.card',
  priority: 400,
  render(node, api, scope) {
    const task = scope.task;
    node.className = 'rota-row';
    node.setAttribute(SHOWN, task.id);
    node.append(element('div', 'about'), element('div', 'when'));
    rows.set(node, {task, me: scope.$root.authentication?.name});
    fill(node);
    // By then it stands in its row.
    queueMicrotask(() => mark(node));
    look();
  }
};

function fillAll() {
  rows.forEach((row, node) => {
    if (node.isConnected) {
      fill(node);
      mark(node);
    } else {
      rows.delete(node);
    }
  });
}

function fill(node) {
  const {task} = rows.get(node);
  write(node.querySelector('.about'), subject(task.id)?.about ?? '');
  write(node.querySelector('.when'), times(task));
}

/** @returns {string} when it began and when it ends, in words; what rings or is in progress says so first */
export function times(task) {
  const ring = ringing().find(one => one.task === task.id);
  const state = ring && (ring.until ? T.rings : task.assignee ? (isOver(task) ? T.over : T.live) : T.open);
  return [state, T.since(clock(millis(task.created))), !ring?.until && due(task)].filter(Boolean).join(' · ');
}

function due(task) {
  if (!task.due) {
    return '';
  }
  const left = millis(task.due) - now();
  if (left > NEAR_MS) {
    return T.by(clock(millis(task.due)));
  }
  return left < 0 ? T.late(length(-left)) : T.left(length(left));
}

export function isLate(task) {
  return Boolean(task.due) && millis(task.due) < now();
}

/** Whether the caller has hung up, and only the writing down is left. */
function isOver(task) {
  return Boolean(subject(task.id)?.over);
}

function length(time) {
  if (time < MINUTE_MS) {
    return T.moment;
  }
  return time < 2 * HOUR_MS ? T.minutes(Math.floor(time / MINUTE_MS)) : T.hours(Math.floor(time / HOUR_MS));
}

/** The time of day; with the day if that is another one. */
function clock(time) {
  const at = new Date(time);
  const today = at.toDateString() === new Date(now()).toDateString();
  const day = today ? {} : {month: zh ? 'long' : 'short', day: 'numeric'};
  return new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', {...day, hour: '2-digit', minute: '2-digit', hour12: false}).format(at);
}

/** The engine writes zones without a colon, which not all browsers read. */
function millis(date) {
  return typeof date === 'string' ? Date.parse(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : Number(date);
}

/** The row itself is Tasklist's; it is drawn anew with each refresh. */
function mark(node) {
  const {task, me} = rows.get(node) ?? {};
  const row = node.closest('li.task');
  if (task && row) {
    row.classList.toggle('rota-live', ringing().some(one => one.task === task.id) && !isOver(task));
    row.classList.toggle('rota-late', isLate(task));
    row.classList.toggle('rota-own', task.assignee === me);
    setText(row.querySelector('h4.task a'), subject(task.id)?.name);
  }
}

/** Writing what stands there already would wake all that watches the page. */
export function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

onNews(fillAll);
setInterval(fillAll, AGAIN_MS);
