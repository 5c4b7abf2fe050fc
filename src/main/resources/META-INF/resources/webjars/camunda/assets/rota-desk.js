/*
 * What the configurations of Tasklist, Cockpit, Admin and Welcome have in common: the language and the product's name.
 *
 * The applications compare only the first part of the browser's language ("zh" of "zh-CN") with the available
 * locales, so a Chinese browser reaches zh-CN by the fallback. Every language but English does.
 * An English browser gets English as its fallback too: the fallback's locale file is loaded beside the chosen one, and
 * whichever arrives last would decide in which language dates are written.
 */
const languages = navigator.languages || [];
const english = /^en\b/i.test(languages[0] || navigator.language || '');

// The pages are marked lang="en"; screen readers, line breaking and the choice of Chinese glyphs go by this attribute.
document.documentElement.lang = english ? 'en' : 'zh-CN';

/** The settings shared by all four applications; the name is shown behind the product's, in the header and the title. */
export function shared(nameZh, nameEn) {
  return {
    app: english ? {vendor: 'Rota Desk', name: nameEn} : {vendor: '轮值台', name: nameZh},
    locales: {
      availableLocales: ['zh-CN', 'en'],
      fallbackLocale: english ? 'en' : 'zh-CN'
    },
    disableWelcomeMessage: true
  };
}

/** Picks the text for the reader's language, where an application has no locale key for it. */
export function text(zh, en) {
  return english ? en : zh;
}
