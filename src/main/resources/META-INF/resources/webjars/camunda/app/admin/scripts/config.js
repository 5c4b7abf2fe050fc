import {shared} from '../../../assets/rota-desk.js';

export default {
  ...shared('系统管理', 'Admin')
};
