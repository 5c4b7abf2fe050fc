/*
 * The common configuration of Tasklist, Cockpit, Admin and Welcome: the language and the product's name.
 *
 * The applications compare only the first part of the browser's language ("zh" of "zh-CN") with the available
 * locales, so a Chinese browser reaches zh-CN by the fallback. Every language but English does.
 * An English browser gets English as its fallback too: the fallback's locale file is loaded beside the chosen one, and
 * the one that arrives last would decide the language of dates.
 */
const languages = navigator.languages || [];
const english = /^en\b/i.test(languages[0] || navigator.language || '');
const locale = english ? 'en' : 'zh-CN';

// The pages are marked lang="en"; screen readers, line breaking and the choice of Chinese glyphs go by this attribute.
document.documentElement.lang = locale;

// The applications give a script seven seconds and then stay empty: too little for the first page of a cold server.
window.require?.config?.({waitSeconds: 0});

// There is one login, in front of everything. The applications have a page of their own for it, which does not let in:
// they go there after logging out, and when the session has ended. The page is asked for again, so that the login leads
// back to it, and the task that was open is noted for the person (drafts.js).
const leaveForLogin = event => {
  if (location.hash.startsWith('#/login')) {
    const hash = event?.oldURL ? new URL(event.oldURL).hash : '';
    if (hash.includes('task=')) {
      sessionStorage.setItem('rota-left', JSON.stringify({hash, login: sessionStorage.getItem('rota-login')}));
    }
    location.replace(location.pathname + location.search);
  }
};
window.addEventListener('hashchange', leaveForLogin);
leaveForLogin();

await storeTexts();

/**
 * Puts the locale file where the applications look first. They would load it too, but show the copy that they kept from
 * the last visit (or, at the first visit, the bare keys in title and breadcrumbs) until the next one.
 */
async function storeTexts() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  try {
    const response = await fetch(`${folder}${locale}.json?bust=${window.bust}`);
    if (response.ok) {
      const texts = await response.json();
      const stored = JSON.parse(localStorage.getItem('camunda-web') || '{}');
      stored[`${folder}_locales_data_${locale}_${window.bust}`] = JSON.stringify(texts);
      localStorage.setItem('camunda-web', JSON.stringify(stored));
    }
  } catch (problem) {
    console.warn('Rota Desk: the texts could not be stored in advance', problem);
  }
}

/**
 * The settings shared by all four applications.
 *
 * @param nameZh the application's Chinese name, shown behind the product's in the header and the title
 * @param nameEn its English name
 * @param scripts the application's own scripts, by their path from its folder
 */
export function shared(nameZh, nameEn, ...scripts) {
  return {
    app: english ? {vendor: 'Rota Desk', name: nameEn} : {vendor: '轮值台', name: nameZh},
    locales: {
      availableLocales: ['zh-CN', 'en'],
      fallbackLocale: locale
    },
    disableWelcomeMessage: true,
    customScripts: ['../../assets/chinese-dates', '../../assets/frame', ...scripts]
  };
}

/** Picks the text for the reader's language, where an application has no locale key for it. */
export function text(zh, en) {
  return english ? en : zh;
}
