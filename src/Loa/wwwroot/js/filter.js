// input[data-filter="selector"]: hides what does not hold the typed words, and groups of which nothing is left. Without scripts the form asks the server.
import { fold } from './words.js';

export function start(input) {
  const update = () => {
    const words = fold(input.value).split(' ').filter(Boolean);
    for (const item of document.querySelectorAll(input.dataset.filter)) {
      const text = fold(item.textContent);
      item.hidden = !words.every(word => text.includes(word));
    }
    for (const group of document.querySelectorAll('[data-filter-group]')) group.hidden = !group.querySelector(`${input.dataset.filter}:not([hidden])`);
  };
  input.addEventListener('input', update);
  input.form?.addEventListener('submit', event => {
    const first = document.querySelector(`${input.dataset.filter}:not([hidden]) a`);
    if (input.value && first) { event.preventDefault(); first.click(); }
  });
  if (input.value) update();
}
