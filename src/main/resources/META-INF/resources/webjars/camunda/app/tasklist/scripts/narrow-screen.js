/*
 * On a phone the columns of Tasklist are one below the other. Choosing a task there changes something that is out of
 * sight; this script brings the chosen task into view.
 */
import {openTask} from './page.js';

const narrow = window.matchMedia('(max-width: 767px)');

/** Waits until Tasklist has marked the task as chosen, which moves the columns, then shows the task's column. */
function showDetailsWhen(isChosen, attempts = 40) {
  if (isChosen()) {
    requestAnimationFrame(() => document.querySelector('.task-details')?.scrollIntoView());
  } else if (attempts > 0) {
    setTimeout(() => showDetailsWhen(isChosen, attempts - 1), 50);
  }
}

document.addEventListener('click', event => {
  const task = event.target.closest('ol.tasks-list > li');
  if (task && narrow.matches) {
    showDetailsWhen(() => task.classList.contains('active'));
  }
});

// A task that opens by itself (live.js).
window.addEventListener('hashchange', () => {
  const task = openTask();
  if (task && narrow.matches) {
    showDetailsWhen(() => document.querySelector(`ol.tasks-list > li.active a[href*="task=${task}"]`));
  }
});
