// form[data-sign-out]: nothing of the person stays in the browser; what has not been sent yet is asked about first.
import { say } from './words.js';
import { forget, waiting } from './unsent.js';

export function start(form) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const count = waiting();
    if (count > 0 && !confirm(say('unsentLeave', count))) return;
    await forget();
    form.submit();
  });
}
