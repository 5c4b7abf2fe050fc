/*
 * A form takes a text over when nothing was typed for 300 ms or when its field is left. What was typed until then can be
 * lost in two ways.
 * - It is not sent: by the Enter key in a form with one field, and by a button that is pressed on a touch screen, where
 *   the cursor stays in the text. So a text is taken over before anything is done with its form.
 * - The form draws itself again, with the text as it knows it. A number does that 300 ms after one has gone on to the next
 *   field. So a text that was not taken over yet is not written over.
 */
const TEXTS = '.fjs-form-field-textarea textarea, .fjs-form-field-textfield input';
const NUMBERS = '.fjs-form-field-number input';

/** A little more than the form takes. */
const TAKEN_OVER_MS = 350;

/** Fields whose text the form does not know yet, with the timer that ends this state. */
const pending = new Map();

function typed(event) {
  const field = event.target;
  if (field.matches?.(TEXTS)) {
    if (!Object.hasOwn(field, 'value')) {
      protect(field);
    }
    clearTimeout(pending.get(field));
    pending.set(field, setTimeout(() => pending.delete(field), TAKEN_OVER_MS));
  }
}

/** Scripts cannot change the field's text while it is pending; people can. */
function protect(field) {
  const {get, set} = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  Object.defineProperty(field, 'value', {
    get,
    set(text) {
      if (!pending.has(field)) {
        set.call(field, text);
      }
    }
  });
}

function takeOver() {
  const field = document.activeElement;
  if (field?.matches(`${TEXTS}, ${NUMBERS}`)) {
    // Tells the form that the field is left; the cursor stays where it is.
    field.dispatchEvent(new FocusEvent('blur'));
    field.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
  }
}

function pressed(event) {
  if (event.target !== document.activeElement) {
    takeOver();
  }
}

// In the capturing phase: before the form, or Tasklist, hears of it.
document.addEventListener('input', typed, true);
document.addEventListener('click', pressed, true);
document.addEventListener('submit', takeOver, true);
