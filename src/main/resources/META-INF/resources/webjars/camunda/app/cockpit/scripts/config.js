import {shared} from '../../../assets/rota-desk.js';

export default {
  ...shared('流程监控', 'Cockpit')
};
