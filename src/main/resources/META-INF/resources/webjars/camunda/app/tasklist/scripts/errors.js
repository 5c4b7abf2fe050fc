/*
 * What went wrong, as a sentence, where the person looks: above the button they have pressed, in the form or in the window
 * that starts a process; for what they did elsewhere, at the edge of the page with all other messages. It covers nothing, stays
 * until it is closed, until they try again or until something else is open, and names the field in the form.
 * Tasklist tells all its errors through one service, with the words of its own client when there is no answer; this script
 * takes that service's place and looks at the requests themselves.
 */
import {element, stack} from '../../../../desk/ring.js';
import {drawnBy} from './drafts.js';
import {COMPLETE, FORM, zh} from './page.js';

const T = zh
  ? {
    close: '关闭',
    away: '连不上服务器：网络断开了，或服务器正在重新启动。没有提交，填写的内容还在这里；连上后请再点一次。',
    lost: '连不上服务器，正在重新连接。填写的内容会留在这台电脑上。',
    login: '登录已过期，正在回到登录页。填写的内容会保留。',
    large: '填写的内容太多，没有提交。请减少一些再提交。',
    other: status => `没有办成（${status}）。请再试一次；若仍然如此，请告诉系统管理员。`
  }
  : {
    close: 'Close',
    away: 'The server cannot be reached: the network is down, or the server is starting again. Nothing was sent, and what you typed is still here; press the button again when it is back.',
    lost: 'The server cannot be reached; trying again. What you type stays on this computer.',
    login: 'Your login has ended; back to the login page. What you typed is kept.',
    large: 'This is too much text, and was not sent. Send less of it.',
    other: status => `This was not done (${status}). Try again, and tell an administrator if it stays so.`
  };

/** An error is about the latest request that failed in this time. */
const RECENT_MS = 2000;
/** A request that fails alone is no reason to say that the server is away. */
const AWAY_AFTER = 2;
const AWAY = [0, 502, 504];

let failed = null;
let away = 0;
let awayNote = null;
let leaving = false;

/* The requests */

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function(method, ...more) {
  this.addEventListener('load', () => {
    if (AWAY.includes(this.status)) {
      notReached(method, this.status);
    } else {
      reached();
      if (this.status >= 400) {
        failed = {method, status: this.status, ...read(this), at: performance.now()};
      }
    }
  });
  for (const way of ['error', 'timeout']) {
    this.addEventListener(way, () => notReached(method, 0));
  }
  return open.call(this, method, ...more);
};

function read(request) {
  try {
    const {message, detail, fields} = JSON.parse(request.responseText);
    return {message: message ?? detail, fields: fields ?? []};
  } catch (noJson) {
    return {fields: []};
  }
}

function notReached(method, status) {
  failed = {method, status, fields: [], at: performance.now()};
  away++;
  if (!leaving && !awayNote && away >= AWAY_AFTER) {
    awayNote = note(T.lost, 'rota-error rota-toast');
    stack().append(awayNote);
  }
}

function reached() {
  if (away > 0) {
    awayNote?.remove();
    awayNote = null;
    away = 0;
    document.querySelectorAll('.rota-error.away').forEach(shown => shown.remove());
  }
}

// Requests that a page gives up when it is left fail, too.
window.addEventListener('pagehide', () => (leaving = true));
window.addEventListener('pageshow', () => (leaving = false));

/* What is said */

export default {
  id: 'rota-desk-errors',
  pluginPoint: 'tasklist.navbar.action',
  priority: 410,
  render() {
    const notifications = window.angular.element(document.body).injector().get('Notifications');
    notifications.addError = error => {
      // The request's own events may come after the client's.
      setTimeout(() => say(error));
    };
  }
};

/** @param error status: what was not done; message: in the words of Tasklist's client; http: of a request in the background */
function say(error) {
  const why = failed && performance.now() - failed.at < RECENT_MS ? failed : null;
  // The form complains beside its fields, and has sent nothing.
  if (!why && document.querySelector('.fjs-form-field-error')) {
    return;
  }
  const isAway = why !== null && AWAY.includes(why.status);
  // What runs in the background is tried again by itself.
  if (isAway && (error.http || why.method === 'GET')) {
    return;
  }
  const shown = note(sentence(why) ?? text(error.message) ?? T.other(''), `rota-error${isAway ? ' away' : ''}`, text(error.status));
  document.querySelectorAll('.rota-error').forEach(before => {
    if (!before.classList.contains('rota-toast') || before.textContent === shown.textContent) {
      before.remove();
    }
  });
  const place = error.http ? null : whereTheyLook();
  if (place) {
    place.prepend(shown);
  } else {
    shown.classList.add('rota-toast');
    stack().append(shown);
  }
  blame(why?.fields ?? []);
}

function sentence(why) {
  if (!why || why.message && why.status !== 401) {
    return why?.message;
  }
  if (AWAY.includes(why.status)) {
    return T.away;
  }
  return {401: T.login, 413: T.large, 503: T.away}[why.status] ?? T.other(why.status);
}

/** Tasklist's own texts have HTML in them here and there. */
function text(words) {
  return words ? new DOMParser().parseFromString(words, 'text/html').body.textContent.trim() : null;
}

function whereTheyLook() {
  return document.querySelector('.modal-dialog .modal-footer') ?? document.querySelector('.task-details .form-actions');
}

function note(words, className, about) {
  const made = element('div', className);
  made.setAttribute('role', 'alert');
  if (about) {
    made.append(element('strong', '', about), ' ');
  }
  made.append(element('span', 'words', words));
  const close = element('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', T.close);
  close.addEventListener('click', () => made.remove());
  made.append(close);
  return made;
}

/** Marks the fields that the server has named, and shows the first. The form itself would not let them try again. */
function blame(fields) {
  const container = document.querySelector(FORM);
  const form = container && fields.length > 0 && drawnBy(container);
  const blamed = (form ? form.get('formFieldRegistry').getAll() : [])
    .filter(known => fields.some(field => field.field === known.key))
    .map(known => container.querySelector(`[id$="-${CSS.escape(known.id)}"], [id*="-${CSS.escape(known.id)}-"]`)?.closest('.fjs-form-field'))
    .filter(Boolean);
  blamed.forEach(field => field.classList.add('rota-blamed'));
  blamed[0]?.scrollIntoView({block: 'center', behavior: 'smooth'});
  blamed[0]?.querySelector('input, textarea')?.focus({preventScroll: true});
}

document.addEventListener('input', event => event.target.closest?.('.rota-blamed')?.classList.remove('rota-blamed'), true);

/* It is over when they try again, or turn to something else. */

document.addEventListener('click', event => {
  if (event.target.closest(`${COMPLETE}, .modal-footer .btn-primary, ol.tasks-list > li`)) {
    failed = null;
    document.querySelectorAll('.rota-error:not(.rota-toast)').forEach(shown => shown.remove());
  }
}, true);
