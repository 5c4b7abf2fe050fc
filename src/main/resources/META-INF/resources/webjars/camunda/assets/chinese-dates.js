/*
 * The names of months and days in the calendars of all four applications. They come from AngularJS, which knows English
 * unless told otherwise; the locale files only reach dates that are written, not dates that are picked.
 */
const DATES = {
  MONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  STANDALONEMONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  SHORTMONTH: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  DAY: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  SHORTDAY: ['日', '一', '二', '三', '四', '五', '六'],
  AMPMS: ['上午', '下午'],
  FIRSTDAYOFWEEK: 0
};

if (document.documentElement.lang.startsWith('zh')) {
  const app = document.querySelector('base').getAttribute('app-name');
  window.angular.module(`cam.${app}.custom`).run(['$locale', locale => Object.assign(locale.DATETIME_FORMATS, DATES)]);
}
