/*
 * After a step that keeps something, the person is told what, with the way to the entry. It stands among the messages at the
 * edge of the page, so the next ring does not take it away, and it goes by itself.
 */
import {toast} from '../../../../desk/ring.js';
import {COMPLETE, openTask, ROOT} from './page.js';
import {askAbout} from './subjects.js';

const STAYS_MS = 20_000;
/** After that a step was refused, or taken back. */
const WAITS_MS = 60_000;

/** The task that was sent, until it has gone from the page. */
let sent = null;

export default {
  id: 'rota-desk-kept',
  pluginPoint: 'tasklist.navbar.action',
  priority: 360,
  render(node, api, scope) {
    window.addEventListener('hashchange', gone);
    scope.$root.$on('refresh', gone);
  }
};

document.addEventListener('click', event => {
  if (event.target.closest?.(COMPLETE)) {
    sent = {task: openTask(), at: performance.now()};
  }
}, true);

async function gone() {
  const task = sent?.task;
  if (!task || openTask() === task) {
    return;
  }
  const late = performance.now() - sent.at > WAITS_MS;
  sent = null;
  const kept = late ? null : await askAbout([task], 'kept');
  if (kept) {
    show(kept);
  }
}

function show({text, link}) {
  const made = toast(text, link && ROOT + link);
  made.classList.add('rota-kept-toast');
  let hovered = 0;
  const go = () => {
    // Not from under the hand of somebody who is about to follow the link; but a mouse may just lie there.
    if (made.matches(':hover, :focus-within') && hovered++ < 4) {
      setTimeout(go, STAYS_MS / 4);
    } else {
      made.remove();
    }
  };
  setTimeout(go, STAYS_MS);
}
