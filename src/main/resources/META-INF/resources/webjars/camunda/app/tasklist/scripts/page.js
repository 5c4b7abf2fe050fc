/*
 * Tasklist's page as its scripts see it. This module imports no script of Tasklist, so that every one may use it.
 */
export {ROOT} from '../../../../desk/root.js';

export const zh = document.documentElement.lang.startsWith('zh');

/** The button that completes the open task. */
export const COMPLETE = '.task-details button[ng-click="complete()"]';

/** A form in a window, which starts a process, or of the open task. */
export const FORM = '.modal-body .fjs-container, .task-details .fjs-container';

/** @returns {?string} the id of the task that is open */
export function openTask() {
  return new URLSearchParams(location.hash.split('?')[1] || '').get('task');
}

/** Whether an input method is still at work. The key that ends one comes after that in Safari, with this code. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** Writing what is there already would wake all that watches the page. */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** Writes a text that Angular has put before the element's other content; writing what is there would wake its watchers. */
export function setText(element, text) {
  const node = [...(element?.childNodes ?? [])].find(one => one.nodeType === Node.TEXT_NODE);
  if (node && text && node.data.trim() !== text) {
    node.data = text;
  }
}

const drawn = [];

/**
 * Calls the listener whenever elements or texts of the page have changed, before the browser paints: nobody sees what was there
 * in between. The listener must leave alone what is as it should be already, since its own changes call it again.
 *
 * @param attributes those that the listener wants to hear of, too
 */
export function onDrawn(listener, ...attributes) {
  drawn.push({listener, attributes});
  observer.observe(document.body, {
    childList: true, characterData: true, subtree: true, attributes: true,
    attributeFilter: [...new Set(drawn.flatMap(one => one.attributes))]
  });
}

const observer = new MutationObserver(changes => {
  const attributes = new Set(changes.map(change => change.attributeName));
  // Those of a change that is not of an attribute have none.
  drawn.filter(one => attributes.has(null) || one.attributes.some(name => attributes.has(name))).forEach(({listener}) => {
    try {
      listener();
    } catch (problem) {
      // The others go on.
      reportError(problem);
    }
  });
});
