/*
 * Tasklist fits the whole diagram into the task's column, where nobody can read its labels. This script opens it around
 * the task in a size that can be read; Tasklist's own buttons still show all of it.
 */
import {onDrawn} from './page.js';

const PANE = '.task-details .diagram-pane';
const READABLE = 0.75;

/** The panes that were opened already; what the person does with one afterwards is left alone. */
const opened = new WeakSet();

function openAround(pane) {
  const scope = window.angular?.element(pane).scope();
  const task = scope?.control?.getElement?.(scope.diagram?.task?.taskDefinitionKey);
  if (!task) {
    return;
  }
  opened.add(pane);
  const canvas = scope.control.getViewer().get('canvas');
  const {inner, outer, scale} = canvas.viewbox();
  if (scale >= READABLE) {
    return;
  }
  const width = outer.width / READABLE;
  const height = outer.height / READABLE;
  canvas.viewbox({
    x: within(task.x + task.width / 2 - width / 2, inner.x, inner.x + inner.width - width),
    y: within(task.y + task.height / 2 - height / 2, inner.y, inner.y + inner.height - height),
    width,
    height
  });
}

/** Not beyond the drawing; a drawing that is smaller than the pane stands in its middle. */
function within(wanted, least, most) {
  return least > most ? (least + most) / 2 : Math.min(Math.max(wanted, least), most);
}

onDrawn(() => {
  document.querySelectorAll(PANE).forEach(pane => {
    // Tasklist marks the task when the drawing is there.
    if (!opened.has(pane) && pane.querySelector('.djs-element.highlight')) {
      openAround(pane);
    }
  });
}, 'class');
