import {shared, text} from '../../../assets/rota-desk.js';

export default {
  ...shared('待办任务', 'Tasks', 'scripts/form-texts', 'scripts/typed-text', 'scripts/drafts', 'scripts/narrow-screen',
    'scripts/first-complaint', 'scripts/errors', 'scripts/accessible', 'scripts/live', 'scripts/duty', 'scripts/tools',
    'scripts/diagram', 'scripts/rows', 'scripts/task-head', 'scripts/kept'),
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: text('领取当前选中的任务', 'claims the selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: text('转到第一个筛选器', 'goes to the first filter')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: text('转到任务列表中的第一个任务', 'goes to the first task of the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: text('转到任务表单的第一个输入框', 'goes to the first field of the task form')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: text('打开“新建”窗口', 'opens the window for something new')
    }
  }
};
