/*
 * The agent's own duty in Tasklist: what the day's announcement says, until it is read, and presence, in the bar at the
 * top: away, back, on leave. Loaded when Tasklist opens and whenever the server says that something about it changed.
 */
import {element, stack} from '../../../../desk/ring.js';
import {ROOT, zh} from './page.js';
import {request} from './tools/parts.js';

const T = zh
  ? {
    here: '在岗', away: '离开', leave: '请假中', awayLater: '接待后离开', leaveLater: '接待后休假',
    later: '接待结束后生效', back: '我回来了',
    leaveDesk: '离开一会儿', reasons: ['开会', '外出', '用餐'], other: '其他原因', go: '离开',
    help: '离开期间轮到的不补。手上有正在接待的，办完才生效，不会丢。',
    askLeave: '请假', from: '从', to: '到', note: '说明', cancel: '撤销',
    today: '今天值班：', changed: '值班有调整，您现在是：', place: (queue, n) => `${queue}，第 ${n} 位。`,
    calls: '接电', visits: '接访', petitions: '信访接待', seen: '知道了', desk: '打开首页',
    OFF_DUTY: '今天不参加轮值。', ON_LEAVE: '今天请假。', CLOSED: '今天休息。', presence: '我的状态', wrapping: n => `整理中，还剩 ${n} 秒`, ready: '可以接待了'
  }
  : {
    here: 'At the desk', away: 'Away', leave: 'On leave', awayLater: 'Away after this', leaveLater: 'Leave after this',
    later: 'takes effect after the current contact', back: 'I am back',
    leaveDesk: 'Leave the desk', reasons: ['Meeting', 'Out', 'Meal'], other: 'Another reason', go: 'Go away',
    help: 'Turns that pass meanwhile are not made up. With somebody in hand it takes effect when that is finished; nothing is lost.',
    askLeave: 'Leave', from: 'From', to: 'To', note: 'Note', cancel: 'Cancel',
    today: 'Your duty today: ', changed: 'Duty has changed, yours is now: ', place: (queue, n) => `${queue}, place ${n}. `,
    calls: 'calls', visits: 'visits', petitions: 'petitioners', seen: 'Got it', desk: 'Open the desk',
    OFF_DUTY: 'no turns today.', ON_LEAVE: 'on leave today.', CLOSED: 'closed today.', presence: 'My presence', wrapping: n => `Wrapping up, ${n} s left`, ready: 'I am ready'
  };

/** On a phone the bar's entries are folded away; there the button is in its head. */
const narrow = window.matchMedia('(max-width: 767px)');
let place = null;
let box = null;
let answer = null;
let panel = null;
let loading = null;
/** The end of the wrap-up by this page's own clock, and what counts it down. */
let readyAt = null;
let counting = null;

export default {
  id: 'rota-desk-duty',
  pluginPoint: 'tasklist.navbar.action',
  priority: 390,
  render(node) {
    place = node;
    narrow.addEventListener('change', () => answer && draw());
    load();
  }
};

document.addEventListener('rota-desk:duty', () => {
  // Several changes at once cause one request.
  clearTimeout(loading);
  loading = setTimeout(load, 150);
});
document.addEventListener('click', event => {
  if (panel && !event.target.closest('.rota-duty')) {
    close();
  }
});
document.addEventListener('keydown', event => {
  if (panel && event.key === 'Escape') {
    close();
    box.querySelector('.rota-presence').focus();
  }
});

async function load() {
  take(await request('/desk/me'));
}

async function send(path, fields) {
  const news = await request(`/desk/me${path}`, {fields, token: answer});
  if (path === '/presence' && !news.problem) {
    // Done: the content below comes back into view.
    close();
    box.querySelector('.rota-presence').focus();
  }
  take(news);
}

function take(news) {
  if (!news.problem) {
    answer = news;
    readyAt = answer.duty?.wrapUpLeft > 0 ? performance.now() + answer.duty.wrapUpLeft : null;
    draw();
  } else if (panel) {
    panel.querySelector('.problem').textContent = news.problem;
  }
}

function draw() {
  const duty = answer.duty;
  const hadFocus = box?.contains(document.activeElement);
  box?.remove();
  const open = Boolean(panel);
  panel = null;
  drawNotice(duty?.notice);
  if (!duty) {
    return;
  }
  clearInterval(counting);
  const wrapping = readyAt !== null && duty.state === 'here';
  box = element('div', `rota-duty ${wrapping ? 'wrapping' : duty.state}`);
  const button = element('button', 'rota-presence');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', String(open));
  button.title = T.presence;
  button.append(element('span', 'dot'), element('span', 'state', T[duty.state + (duty.later ? 'Later' : '')]));
  button.addEventListener('click', () => (panel ? close() : openPanel()));
  box.append(button);
  if (wrapping) {
    const words = button.querySelector('.state');
    const ready = action(T.ready, 'rota-ready', () => send('/ready', {}));
    const count = () => {
      const seconds = Math.ceil((readyAt - performance.now()) / 1000);
      if (seconds <= 0) {
        // The server says so too, a moment later.
        clearInterval(counting);
        ready.remove();
        words.textContent = T.here;
        box.classList.remove('wrapping');
        return;
      }
      words.textContent = T.wrapping(seconds);
    };
    box.append(ready);
    counting = setInterval(count, 500);
    count();
  }
  ((narrow.matches && document.querySelector('[cam-widget-header] .navbar-header')) || place).append(box);
  if (open) {
    openPanel();
  }
  if (hadFocus) {
    button.focus();
  }
}

function close() {
  panel?.remove();
  panel = null;
  box?.querySelector('.rota-presence').setAttribute('aria-expanded', 'false');
}

function openPanel() {
  const duty = answer.duty;
  panel = element('div', 'rota-panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', T.presence);
  box.querySelector('.rota-presence').setAttribute('aria-expanded', 'true');
  if (duty.state === 'away') {
    panel.append(element('p', '', `${T.away}${duty.note ? `（${duty.note}）` : ''}${duty.later ? ` · ${T.later}` : ''}`),
      action(T.back, 'btn btn-primary', () => send('/presence', {here: true})));
  } else {
    const reasons = element('div', 'reasons');
    T.reasons.forEach(reason =>
      reasons.append(action(reason, 'btn btn-default', () => send('/presence', {here: false, note: reason}))));
    panel.append(element('h4', '', T.leaveDesk), reasons,
      form('away', T.go, form => send('/presence', {here: false, note: form.note.value}),
        input('note', 'text', T.other, {placeholder: T.other, maxLength: 100})),
      element('p', 'help', T.help));
  }
  panel.append(element('h4', '', T.askLeave),
    form('leave', T.askLeave,
      form => send('/leave', {from: form.from.value, to: form.to.value, note: form.note.value}),
      labelled(T.from, input('from', 'date', T.from, {value: duty.today, required: true})),
      labelled(T.to, input('to', 'date', T.to, {value: duty.today, required: true})),
      labelled(T.note, input('note', 'text', T.note, {maxLength: 100}))));
  duty.leaves.forEach(leave => {
    const line = element('p', 'leave-line',
      `${leave.from}${leave.to === leave.from ? '' : ` – ${leave.to}`} ${leave.note ?? ''} `);
    line.append(action(T.cancel, 'btn btn-link', () => send('/leave/cancel', {from: leave.from})));
    panel.append(line);
  });
  const problem = element('p', 'problem');
  problem.setAttribute('role', 'alert');
  const desk = element('a', 'desk', T.desk);
  desk.href = `${ROOT}/desk`;
  panel.append(problem, desk);
  box.append(panel);
}

/* The notice */

let notice = null;

function drawNotice(told) {
  notice?.remove();
  notice = null;
  if (!told) {
    return;
  }
  notice = element('div', `rota-told ${told.changed ? 'changed' : ''}`);
  notice.setAttribute('role', 'status');
  const words = told.status === 'ON_DUTY'
    ? (told.callPlace ? T.place(T.calls, told.callPlace) : '') + (told.visitPlace ? T.place(T.visits, told.visitPlace) : '')
      + (told.petitionPlace ? T.place(T.petitions, told.petitionPlace) : '')
    : T[told.status];
  const line = element('span', 'line', told.changed ? T.changed : T.today);
  line.append(element('b', '', words));
  notice.append(line, action(T.seen, 'btn btn-default', () => send('/seen', {at: told.announcedAt})));
  stack().prepend(notice);
}

/* Parts */

function action(text, className, work) {
  const button = element('button', className, text);
  button.type = 'button';
  button.addEventListener('click', event => {
    event.stopPropagation();
    work();
  });
  return button;
}

function form(name, submit, work, ...fields) {
  const made = element('form', name);
  const button = element('button', 'btn btn-default', submit);
  made.append(...fields, button);
  made.addEventListener('submit', event => {
    event.preventDefault();
    work(made.elements);
  });
  return made;
}

function labelled(text, field) {
  const label = element('label', '', text);
  label.append(field);
  return label;
}

function input(name, type, label, properties) {
  const field = Object.assign(element('input', 'form-control'), {name, type, ...properties});
  field.setAttribute('aria-label', label);
  return field;
}
