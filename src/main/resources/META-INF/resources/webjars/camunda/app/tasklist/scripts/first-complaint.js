/*
 * A long form that was not taken says why beside a field, which may be far above the button. This script brings the first
 * complaint into view and puts the cursor there.
 */
import {firstField, moveTo} from './focus.js';
import {COMPLETE} from './page.js';

document.addEventListener('click', event => {
  if (event.target.closest(`${COMPLETE}, .modal-footer .btn-primary`)) {
    // By then the form has drawn its complaints.
    setTimeout(showFirstComplaint, 150);
  }
});

export function showFirstComplaint() {
  const complaint = document.querySelector('.fjs-container .fjs-form-field-error');
  const field = complaint?.closest('.fjs-form-field');
  if (field) {
    field.scrollIntoView({block: 'center', behavior: 'smooth'});
    const input = firstField(field);
    if (input) {
      moveTo(input, {preventScroll: true});
    }
  }
}
