/*
 * Whose customer somebody is (L2.2b, L3.2b): asked by number, name or company. Every question is on record, so it is sent by
 * Enter or the button, not while somebody types. Where the form asks who was found, one click fills that in.
 */
import {zh} from '../page.js';
import {keyOf} from '../shortcuts.js';
import {ask, button, element} from './parts.js';

const T = zh
  ? {name: '查归属', search: '号码、姓名或公司', hint: '号码至少 4 位，姓名至少 2 个字', look: '查找',
    note: '只告诉是谁的客户、到哪天；每次查找都有记录。', nothing: '本部门没有这位客户。', more: '还有别人，请说得更具体些。',
    nameless: '未留姓名', own: '您自己的客户', whose: agent => `${agent} 的客户`, nobody: '没有归属',
    until: day => `有效期至 ${day}`, lapsed: day => `${day} 已过有效期`, take: '就是这位', taken: '已填入表单',
    TOO_SHORT: '请至少输入 4 位号码或 2 个字。', TOO_OFTEN: '查得太频繁了，请过一会儿再查。'}
  : {name: 'Whose customer', search: 'Number, name or company', hint: 'At least 4 digits, 2 characters or 3 letters', look: 'Look up',
    note: 'Tells only whose customer it is and until when. Every look-up is on record.', nothing: 'The department has no such customer.',
    more: 'There are others; please be more precise.', nameless: 'No name given', own: 'Your own customer',
    whose: agent => `${agent}'s customer`, nobody: 'Nobody\'s customer', until: day => `valid until ${day}`,
    lapsed: day => `lapsed on ${day}`, take: 'This is the one', taken: 'Filled in',
    TOO_SHORT: 'Please enter at least 4 digits, 2 Chinese characters or 3 letters.', TOO_OFTEN: 'That were many look-ups; please wait a while.'};

/** The field of a form that takes the customer who was found. */
const FIELD = '.task-details .fjs-container input[id$="Field_foundCustomer"]';

export const customers = {
  id: 'customers',
  name: T.name,
  key: keyOf('customers'),
  render(box, task) {
    const form = element('form', 'rota-ask');
    const field = Object.assign(element('input', 'form-control'), {type: 'search', placeholder: T.hint, maxLength: 60, autocomplete: 'off'});
    field.setAttribute('aria-label', T.search);
    const send = element('button', 'btn btn-primary', T.look);
    const found = element('div', 'rota-found');
    found.setAttribute('aria-live', 'polite');
    form.append(field, send);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (send.disabled) {
        return;
      }
      send.disabled = true;
      const answer = await ask(task.id, '/customers', {fields: {q: field.value}, tools: task.tools});
      send.disabled = false;
      show(found, answer);
    });
    box.append(form, element('p', 'soft', T.note), found);
    return field;
  }
};

function show(found, answer) {
  if (answer.problem || answer.outcome !== 'ANSWERED') {
    found.replaceChildren(element('p', 'problem', answer.problem ?? T[answer.outcome]));
    return;
  }
  const parts = answer.customers.map(drawn);
  if (parts.length === 0) {
    parts.push(element('p', 'soft', T.nothing));
  } else if (answer.more) {
    parts.push(element('p', 'soft', T.more));
  }
  found.replaceChildren(...parts);
}

function drawn(customer) {
  const made = element('div', 'rota-customer');
  const name = customer.name ?? T.nameless;
  const head = element('p', 'head');
  head.append(element('b', '', name), element('span', 'soft', customer.numbers.join('  ')));
  const whose = customer.own ? T.own : customer.agent ? T.whose(customer.agent) : T.nobody;
  const until = customer.lastDay ? (customer.valid ? T.until : T.lapsed)(customer.lastDay) : '';
  made.append(head, element('p', customer.valid ? 'whose' : 'whose lapsed', [whose, until].filter(Boolean).join(' · ')));
  if (document.querySelector(FIELD)) {
    made.append(button(T.take, 'btn btn-default', event => {
      if (fillIn(`${name} ${customer.numbers[0] ?? ''} · ${whose} ${customer.choice}`)) {
        event.currentTarget.textContent = T.taken;
      }
    }));
  }
  return made;
}

/** As if the person had typed it: the form hears of it. */
function fillIn(text) {
  const field = document.querySelector(FIELD);
  if (!field) {
    return false;
  }
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new FocusEvent('blur'));
  field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
  field.scrollIntoView({block: 'center'});
  return true;
}
