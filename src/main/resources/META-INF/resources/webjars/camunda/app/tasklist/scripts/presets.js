/*
 * A choice can propose the answer to another question: the topic that a customer asks about says whether it is sensitive. The
 * form says so by properties of the question: "presetBy" is the key of the list, "presetAs" names the entry of the chosen
 * item that has the answer. The person can change it; a choice that is made again proposes again.
 */
import {drawnBy} from './drafts.js';
import {FORM, onDrawn} from './page.js';

const followed = new WeakSet();

onDrawn(() => document.querySelectorAll(FORM).forEach(container => {
  const form = followed.has(container) ? null : drawnBy(container);
  if (form) {
    followed.add(container);
    follow(form, container);
  }
}));

function follow(form, container) {
  let chosen = {...form._getState().data};
  let byPerson = false;
  // A draft that is put into its form changes it, too, and has the person's own answer.
  form.on('field.updated', () => (byPerson = true));
  form.on('changed', ({data}) => {
    const before = chosen;
    chosen = {...data};
    if (byPerson) {
      questions(form).filter(question => chosen[question.properties.presetBy] !== before[question.properties.presetBy])
        .forEach(question => propose(form, question, container));
    }
  });
}

function questions(form) {
  return all(form._getState().schema.components).filter(component => component.properties?.presetBy);
}

function all(components) {
  return components.flatMap(component => [component, ...all(component.components ?? [])]);
}

/** As if the person had clicked the answer. A question that has the answer already stays. */
function propose(form, question, container) {
  const {presetBy, presetAs} = question.properties;
  const {schema, initialData, data} = form._getState();
  const list = all(schema.components).find(component => component.key === presetBy);
  const items = list?.values ?? initialData?.[list?.valuesKey] ?? data[list?.valuesKey] ?? [];
  const answer = items.find(item => item.value === data[presetBy])?.[presetAs];
  const place = question.values.findIndex(value => value.value === answer);
  const input = [...container.querySelectorAll('input[type=radio]')].find(one => one.id.endsWith(`${question.id}-${place}`));
  if (input && !input.checked) {
    input.click();
  }
}
