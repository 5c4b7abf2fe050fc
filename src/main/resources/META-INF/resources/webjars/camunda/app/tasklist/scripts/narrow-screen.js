/*
 * On a phone the columns of Tasklist stand one below the other. Choosing a task there changes something that is out of
 * sight; this script brings the chosen task into view.
 */
const narrow = window.matchMedia('(max-width: 767px)');

/** Waits until Tasklist has marked the task as chosen, which moves the columns, then shows the task's column. */
function showDetailsOf(task, attempts = 40) {
  if (task.classList.contains('active')) {
    requestAnimationFrame(() => document.querySelector('.task-details')?.scrollIntoView());
  } else if (attempts > 0) {
    setTimeout(() => showDetailsOf(task, attempts - 1), 50);
  }
}

document.addEventListener('click', event => {
  const task = event.target.closest('ol.tasks-list > li');
  if (task && narrow.matches) {
    showDetailsOf(task);
  }
});
