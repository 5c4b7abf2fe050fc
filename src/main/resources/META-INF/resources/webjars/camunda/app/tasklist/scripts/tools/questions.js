/*
 * A question to the manager from the form in hand (L3.7): it goes out at once, knows its call or visit, and the answer appears
 * here as soon as it is given. The form stays as it is.
 */
import {zh} from '../page.js';
import {keyOf} from '../shortcuts.js';
import {ask, element} from './parts.js';

const T = zh
  ? {name: '问经理', label: '客户问了什么', hint: '写清客户问的是什么，经理不用再问您。', send: '马上送给经理', sent: '已送到经理那里，您继续接待。',
    waits: '等经理答复', asked: one => `${one.at} ${one.askedBy} 问`, answer: by => `${by} 答复：`, told: '客户已知道', relay: '请转告客户'}
  : {name: 'Ask the manager', label: 'What the customer asks', hint: 'Write what exactly the customer asks.', send: 'Send to the manager now',
    sent: 'Sent to the manager. Go on with the customer.', waits: 'Waits for an answer', asked: one => `${one.at}, asked by ${one.askedBy}`,
    answer: by => `${by} answers: `, told: 'The customer knows', relay: 'Please tell the customer'};

let list = null;
/** What is not sent yet, for each task: closing the panel does not lose it. */
const drafts = new Map();

export const questions = {
  id: 'questions',
  name: T.name,
  key: keyOf('questions'),
  isOffered: task => task.tools.mayAsk,
  render(box, task) {
    const form = element('form', 'rota-question');
    const field = Object.assign(element('textarea', 'form-control'), {rows: 4, maxLength: 2000, placeholder: T.hint, value: drafts.get(task.id) ?? ''});
    field.setAttribute('aria-label', T.label);
    field.addEventListener('input', () => drafts.set(task.id, field.value));
    const send = element('button', 'btn btn-primary', T.send);
    const state = element('p', 'soft');
    state.setAttribute('role', 'status');
    list = element('div', 'rota-found');
    list.setAttribute('aria-live', 'polite');
    form.append(field, send, state);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (send.disabled || !field.value.trim()) {
        return;
      }
      send.disabled = true;
      const answer = await ask(task.id, '/questions', {fields: {text: field.value}, tools: task.tools});
      send.disabled = false;
      state.className = answer.problem ? 'problem' : 'soft';
      state.textContent = answer.problem ?? T.sent;
      if (!answer.problem) {
        drafts.delete(task.id);
        field.value = '';
        show(answer);
      }
    });
    box.append(form, list);
    this.refresh(task);
    return field;
  },
  async refresh(task) {
    const answer = await ask(task.id, '/questions');
    if (!answer.problem && list?.isConnected) {
      show(answer);
    }
  }
};

function show(answer) {
  list.replaceChildren(...[...answer.questions].reverse().map(one => {
    const made = element('div', one.answer ? 'rota-asked answered' : 'rota-asked');
    made.append(element('p', 'soft', T.asked(one)), element('p', 'question', one.question));
    if (one.answer) {
      const said = element('p', 'answer');
      said.append(element('b', '', T.answer(one.by)), one.answer);
      made.append(said, element('p', 'soft', one.told ? T.told : T.relay));
    } else {
      made.append(element('p', 'soft', T.waits));
    }
    return made;
  }));
}
