// form[data-members]: a group can have hundreds of members; typing a few letters leaves those that have them in their name.
import { fold } from './words.js';

export function start(form) {
  const field = form.querySelector('[data-members-filter]');
  const lines = [...form.querySelectorAll('.members-list > li')].map(line => ({ line, name: fold(line.textContent) }));
  field.parentElement.hidden = lines.length < 12;
  field.addEventListener('input', () => {
    const words = fold(field.value).split(' ').filter(Boolean);
    for (const { line, name } of lines) line.hidden = !words.every(word => name.includes(word));
  });
  // What is typed here is no answer: it neither saves anything nor sends the form.
  for (const event of ['input', 'change']) field.addEventListener(event, e => e.stopPropagation());
  field.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
}
