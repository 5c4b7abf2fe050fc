import {shared} from '../../../assets/rota-desk.js';
import {shortcuts} from './shortcuts.js';

export default {
  ...shared('待办任务', 'Tasks', 'scripts/form-texts', 'scripts/typed-text', 'scripts/narrow-screen', 'scripts/errors',
    'scripts/accessible', 'scripts/live', 'scripts/duty', 'scripts/tools', 'scripts/diagram', 'scripts/rows', 'scripts/presets', 'scripts/filters', 'scripts/task-head',
    'scripts/kept'),
  shortcuts
};
