// A select of agencies becomes a search field over the same tree (the combobox pattern); the select keeps the value that is posted.
import { fold, say } from './words.js';

const shownAtMost = 200;

export function start(select) {
  const source = select.dataset.source;
  const options = [...select.options].filter(option => option.value).map(option => ({
    value: option.value, text: option.textContent.replace(/^\u00a0+/, ''), depth: Number(option.dataset.depth ?? 0), note: option.dataset.note ?? '',
  }));
  for (const option of options) option.folded = fold(`${option.text} ${option.note}`);

  const box = document.createElement('div');
  box.className = 'picker';
  const input = Object.assign(document.createElement('input'), { type: 'text', autocomplete: 'off', spellcheck: false, placeholder: select.options[0]?.value === '' ? select.options[0].textContent : '' });
  const list = Object.assign(document.createElement('ul'), { className: 'picker-list', hidden: true });
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  list.id = `${select.id}-list`;
  list.setAttribute('role', 'listbox');
  if (label) list.setAttribute('aria-label', label.textContent);
  for (const name of ['aria-describedby', 'aria-invalid']) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  // The label and the error summary lead to the visible field.
  input.id = select.id;
  select.id = `${input.id}-select`;
  select.hidden = true;
  select.before(box);
  box.append(input, list);

  let shown = [];
  let active = -1;
  let asked = 0;
  const chosenText = () => (select.value ? select.selectedOptions[0].textContent.replace(/^\u00a0+/, '') : '');
  input.value = chosenText();

  async function find(text) {
    if (source) return ask(text);
    const words = fold(text).split(' ').filter(Boolean);
    // "sở thông tin" means the Sở whose name goes on so, before a name that merely holds the same words.
    const rank = option => option.folded.startsWith(words.join(' ')) ? 0 : option.folded.includes(words.join(' ')) ? 1 : 2;
    return options.filter(option => words.every(word => option.folded.includes(word))).sort((a, b) => rank(a) - rank(b)).slice(0, shownAtMost);
  }

  // The tree stays on the server: it is asked once a word is typed, and only the answer to the latest question is shown.
  async function ask(text) {
    const turn = ++asked;
    if (!text) return options;
    await new Promise(done => setTimeout(done, 180));
    if (turn !== asked) return null;
    try {
      const address = new URL(source, location.href);
      address.searchParams.set('q', text);
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      return turn === asked && answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  async function open(text) {
    const found = await find(text);
    if (!found || document.activeElement !== input) return;
    shown = found;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...(shown.length ? shown.map((option, index) => item(option, index, text)) : [emptyItem(say(source && !text ? 'typeToSearch' : 'noMatch'))]));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function item(option, index, text) {
    const line = document.createElement('li');
    line.id = `${list.id}-${index}`;
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(option.value === select.value));
    // A search result stands alone; the whole tree shows its depth.
    if (!text) line.className = `depth-${Math.min(3, option.depth)}`;
    line.textContent = option.text;
    if (option.note) line.append(Object.assign(document.createElement('small'), { textContent: option.note }));
    line.addEventListener('mousedown', event => { event.preventDefault(); choose(option); });
    return line;
  }

  function emptyItem(words) {
    const line = Object.assign(document.createElement('li'), { className: 'picker-empty', textContent: words });
    line.setAttribute('role', 'option');
    line.setAttribute('aria-disabled', 'true');
    line.setAttribute('aria-selected', 'false');
    return line;
  }

  function choose(option) {
    if (![...select.options].some(known => known.value === option.value)) select.append(new Option(option.text, option.value));
    select.value = option.value;
    input.value = option.text;
    close();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function move(step) {
    if (shown.length === 0) return;
    list.children[active]?.classList.remove('active');
    active = (active + step + shown.length) % shown.length;
    const line = list.children[active];
    line.classList.add('active');
    line.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', line.id);
  }

  input.addEventListener('input', () => {
    if (!input.value.trim()) { select.value = ''; select.dispatchEvent(new Event('change', { bubbles: true })); }
    open(input.value.trim());
  });
  input.addEventListener('click', () => { if (list.hidden) { input.select(); open(''); } });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open('').then(() => move(1));
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !list.hidden && (active >= 0 || shown.length === 1)) {
      event.preventDefault();
      choose(shown[Math.max(0, active)]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      input.value = chosenText();
      close();
    }
  });
  // An answer that comes after the field was left opens nothing.
  input.addEventListener('blur', () => { asked++; input.value = chosenText(); close(); });
}
