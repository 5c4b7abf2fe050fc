/*
 * The way between the desk and Camunda's applications, in the head of each of them, at every width: the mark leads to the desk
 * as it does there, beside it stand the desk's first page and the tasks, and an account's own page is ours.
 */
const zh = document.documentElement.lang.startsWith('zh');
const T = zh
  ? {product: '轮值台', home: '首页', tasks: '待办任务', account: '修改密码', ways: '主导航'}
  : {product: 'Rota Desk', home: 'Home', tasks: 'Tasks', account: 'Change password', ways: 'Main navigation'};

/** The title that the server gives the page, until this script has come. */
const FIRST_TITLE = 'Rota Desk 轮值台';

const base = document.querySelector('base');
const root = base.getAttribute('app-root').replace(/\/camunda$/, '');
const isTasklist = base.getAttribute('app-name') === 'tasklist';

function draw() {
  const brand = document.querySelector('[cam-widget-header] .navbar-brand');
  if (brand && brand.getAttribute('href') !== `${root}/desk`) {
    brand.setAttribute('href', `${root}/desk`);
    brand.title = T.product;
    brand.querySelector('.brand-name').textContent = T.product;
  }
  if (brand && !document.querySelector('.rota-ways')) {
    brand.after(ways());
  }
  const profile = document.querySelector('[cam-widget-header] .profile a');
  if (profile && profile.getAttribute('href') !== `${root}/account/password`) {
    profile.setAttribute('href', `${root}/account/password`);
    profile.textContent = T.account;
  }
}

function ways() {
  const made = document.createElement('nav');
  made.className = 'rota-ways';
  made.setAttribute('aria-label', T.ways);
  made.append(way(T.home, `${root}/desk`), way(T.tasks, `${root}/camunda/app/tasklist/`, isTasklist));
  return made;
}

function way(text, address, isHere = false) {
  const made = document.createElement('a');
  made.textContent = text;
  // The applications take links within the page for routes of their own; this one leaves them.
  made.target = '_self';
  made.href = address;
  if (isHere) {
    made.setAttribute('aria-current', 'page');
  }
  return made;
}

/** The title with the unit; the applications set one without it, and a ring shows its own as long as it rings. */
let title = null;

/** Called with the name of the person's unit, so that tabs of several units are told apart. */
export function nameTab(unit, page) {
  title = [page, unit, T.product].filter(Boolean).join(' · ');
  setTitle();
}

function setTitle() {
  const theirs = document.title === FIRST_TITLE || document.title.startsWith(`${T.product} `);
  if (title && theirs) {
    document.title = title;
  }
}

// The head is drawn when the person is known, and again after each change of who it is.
new MutationObserver(draw).observe(document.querySelector('[cam-widget-header]') ?? document.body, {childList: true, subtree: true});
draw();
new MutationObserver(setTitle).observe(document.querySelector('title'), {childList: true, characterData: true, subtree: true});
