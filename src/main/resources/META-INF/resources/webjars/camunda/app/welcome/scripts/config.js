import {shared} from '../../../assets/rota-desk.js';

export default {
  ...shared('首页', 'Welcome'),
  // The page names only the applications; no links to the engine's vendor.
  links: []
};
