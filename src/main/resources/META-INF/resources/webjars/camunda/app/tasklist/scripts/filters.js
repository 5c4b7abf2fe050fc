/*
 * Tasklist's lists have one name, in the language of the product. Here they show the one in the reader's, which they carry as a
 * property. A list that an administrator has made or renamed has its own name only.
 */
import {onDrawn, setText, zh} from './page.js';

const LANGUAGE = zh ? 'Zh' : 'En';

function translate() {
  document.querySelectorAll('.task-filters .task-filter').forEach(entry => {
    const filter = window.angular?.element(entry).scope()?.filter;
    const ours = filter?.properties ?? {};
    if (![ours.nameZh, ours.nameEn].includes(filter?.name)) {
      return;
    }
    setText(entry.querySelector('h4.name a'), ours[`name${LANGUAGE}`]);
    // Tasklist shows it when the mouse rests there.
    ours.description = ours[`description${LANGUAGE}`];
  });
}

onDrawn(translate);
