/*
 * The frame of Tasklist for those who do not see it or do not use a mouse: its buttons of one picture get their names, its
 * windows their titles, its parts their landmarks. The forms have all of this already.
 */
import {onDrawn, setAttribute, zh} from './page.js';

const T = zh
  ? {
    filters: '收起或展开筛选器', list: '收起或展开任务列表', task: '收起或展开任务', maximize: '把任务放大到整个窗口',
    stored: '保存的搜索条件', search: '筛选任务', direction: '排序方向', sorting: '添加排序', messages: '消息'
  }
  : {
    filters: 'Fold or unfold the filters', list: 'Fold or unfold the list of tasks', task: 'Fold or unfold the task',
    maximize: 'Enlarge the task to the whole window', stored: 'Stored searches', search: 'Filter tasks',
    direction: 'Direction of the order', sorting: 'Add an order', messages: 'Messages'
  };

/** Elements without a text of their own, by what they are. */
const NAMES = {
  '.region-toggle[data-region="filters"]': T.filters,
  '.region-toggle[data-region="list"]': T.list,
  '.region-toggle[data-region="task"]': T.task,
  '.maximize': T.maximize,
  '.stored-criteria > .dropdown-toggle': T.stored,
  'input.main-field': T.search,
  '.sort-direction': T.direction,
  '.new-sort > .dropdown-toggle': T.sorting,
  '.rota-stack': T.messages
};

const ROLES = {
  '[cam-widget-header]': 'banner',
  '.three-cols-layout': 'main',
  '[cam-widget-footer]': 'contentinfo',
  '.rota-stack': 'region',
  // It tells whether its list is open, which a plain text field may not.
  'input.main-field': 'combobox'
};

function complete() {
  for (const [what, name] of Object.entries(NAMES)) {
    document.querySelectorAll(what).forEach(element => setAttribute(element, 'aria-label', name));
  }
  for (const [what, role] of Object.entries(ROLES)) {
    document.querySelectorAll(what).forEach(element => setAttribute(element, 'role', role));
  }
  // All others that only have a picture say what they do when the mouse rests on them.
  document.querySelectorAll('button[uib-tooltip]:not([aria-label]), a[uib-tooltip]:not([aria-label])').forEach(element => {
    if (!element.textContent.trim() && element.getAttribute('uib-tooltip')) {
      setAttribute(element, 'aria-label', element.getAttribute('uib-tooltip'));
      if (element.matches('a:not([href])')) {
        setAttribute(element, 'role', 'button');
        setAttribute(element, 'tabindex', '0');
      }
    }
  });
  document.querySelectorAll('.modal[role="dialog"]').forEach(window => {
    const title = window.querySelector('.modal-title')?.textContent.trim();
    if (title) {
      setAttribute(window, 'aria-label', title);
    }
  });
}

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches?.('a:not([href])[role="button"]')) {
    event.target.click();
  }
});

let waiting = false;
onDrawn(() => {
  // Tasklist changes its page in many small steps.
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      complete();
    });
  }
});
complete();
