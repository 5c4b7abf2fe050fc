/*
 * The forms in Tasklist are drawn by a library that knows English only: its placeholders, its complaints about what was
 * entered, its calendar. This script puts Chinese in their place, as they appear. It touches only the elements named
 * here, never the texts that a form's author wrote.
 */
import {onDrawn, zh} from './page.js';

const COMPLAINTS = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Field must match pattern .*$/s, '格式不正确。'],
  [/^Field must have minimum value of (.+)\.$/, '不能小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不能大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '至少要有 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字。'],
  [/^Field must be a valid +international phone number\..*$/, '请填写带国际区号的电话号码，例如 +8613800000000。'],
  [/^Field must be a valid email\.$/, '请填写有效的电子邮箱地址。'],
  [/^Value is not a number\.$/, '请填写数字。'],
  [/^Value is expected to be an integer\.$/, '请填写整数。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数。'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写有效的值，最接近的是 $1 和 $2。'],
  [/^Date and time must both be entered\.$/, '日期和时间都要填写。']
];

const EMPTY = [
  [/^No results$/, '没有符合的选项'],
  [/^All values selected$/, '已全部选择'],
  [/^Nothing to show\.$/, '没有内容']
];

const REPEAT = [
  [/^Add new$/, '添加一项'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1）'],
  [/^Collapse$/, '收起']
];

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December'
].map((month, index) => [new RegExp(`^${month}$`), `${index + 1}月`]);

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  .map((day, index) => [new RegExp(`^${day}$`), '日一二三四五六'[index]]);

const TEXTS = {
  '.fjs-form-field-error li': COMPLAINTS,
  '.fjs-select-placeholder': [[/^Select$/, '请选择']],
  '.fjs-dropdownlist-empty, .fjs-table-empty, .fjs-table-td': EMPTY,
  '.fjs-repeat-render-add, .fjs-repeat-render-collapse': REPEAT,
  '.flatpickr-monthDropdown-month, .flatpickr-current-month .cur-month': MONTHS,
  '.flatpickr-weekday': WEEKDAYS
};

const PLACEHOLDERS = {
  '.fjs-container input[placeholder="Search"]': '搜索',
  '.fjs-container input[placeholder="hh:mm"]': '时:分',
  '.fjs-container input[placeholder="yyyy/mm/dd"]': '年/月/日'
};

/** The text in Chinese, or as it was where no rule knows it. */
export function translate(text, rules) {
  const rule = rules.find(([english]) => english.test(text.trim()));
  return rule ? text.trim().replace(rule[0], rule[1]) : text;
}

function translateAll() {
  for (const [selector, rules] of Object.entries(TEXTS)) {
    for (const element of document.querySelectorAll(selector)) {
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) {
          const chinese = translate(node.data, rules);
          if (chinese !== node.data) {
            node.data = chinese;
          }
        }
      }
    }
  }
  for (const [selector, chinese] of Object.entries(PLACEHOLDERS)) {
    for (const input of document.querySelectorAll(selector)) {
      input.placeholder = chinese;
    }
  }
}

if (zh) {
  onDrawn(translateAll);
}
