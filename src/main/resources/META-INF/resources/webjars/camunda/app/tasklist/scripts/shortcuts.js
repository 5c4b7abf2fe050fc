/*
 * The keys that do something in Tasklist, as its help lists them. What a key does stands where it is done: here below
 * (keyboard.js), in the tools beside a form (tools.js) and in the banner of a ring (desk/ring.js).
 */
import {isComposing, zh} from './page.js';

const TEXTS = {
  ring: ['Alt+A', '打开响铃的来电或来访；已经打开时再按一次就是接听', 'opens what rings; pressed again, takes it'],
  complete: ['Ctrl+Enter', '提交表单，在任何输入框里都可以', 'sends the form, from every field'],
  choose: ['1–9', '光标在单选、多选题上时，选第几项', 'chooses an answer by its place, with the cursor on a question'],
  handbook: ['F2', '答客问（接待的表单旁）', 'handbook, beside the form of a call or visit'],
  customers: ['F4', '查归属（接待的表单旁）', 'whose customer, beside the form of a call or visit'],
  questions: ['F9', '问经理（接待的表单旁）', 'ask the manager, beside the form of a call or visit'],
  form: ['Ctrl+Alt+F', '转到表单的第一个输入框', 'goes to the first field of the form'],
  list: ['Ctrl+Alt+L', '转到任务列表', 'goes to the list of tasks'],
  filters: ['Ctrl+Shift+F', '转到第一个筛选器', 'goes to the first filter'],
  claim: ['Ctrl+Alt+C', '领取当前的任务', 'claims the open task'],
  start: ['Ctrl+Alt+P', '打开“新建”窗口', 'opens the window for something new'],
  help: ['Ctrl+/', '显示这张表', 'shows this list']
};

/** The key of a shortcut, such as "F2". */
export function keyOf(shortcut) {
  return TEXTS[shortcut][0];
}

/**
 * For Tasklist's help. Tasklist tells its own parts of the keys it knows, in no text field; these names are none that they
 * listen to, so that each key has one effect.
 */
export const shortcuts = Object.fromEntries(Object.entries(TEXTS)
  .map(([name, [key, chinese, english]]) => [`rota-${name}`, {key, description: zh ? chinese : english}]));

/** Whether the person has just pressed the keys of this shortcut. A letter goes by its place: with Alt, a Mac types another. */
export function isPressed(shortcut, event) {
  const keys = keyOf(shortcut).split('+');
  const key = keys.pop();
  const control = event.ctrlKey || (event.metaKey && key === 'Enter');
  // AltGr types letters; Windows reports it as Ctrl and Alt.
  return !isComposing(event) && !event.getModifierState('AltGraph')
    && control === keys.includes('Ctrl') && event.altKey === keys.includes('Alt') && event.shiftKey === keys.includes('Shift')
    && (/^[A-Z]$/.test(key) ? event.code === `Key${key}` : event.key === key);
}
