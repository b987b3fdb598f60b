// One key or two: "/" search, "?" help, "b" the tables behind charts, "g p" and the like from data-shortcut on links.
export function startShortcuts() {
  const links = new Map([...document.querySelectorAll('[data-shortcut]')].map(link => [link.dataset.shortcut, link]));
  listInHelp(links);
  let first = '';
  let forget;

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const keys = first ? `${first} ${event.key}` : event.key;
    clearTimeout(forget);
    first = '';
    if (links.has(keys)) {
      event.preventDefault();
      links.get(keys).click();
    } else if (event.key === '/') {
      focusSearch(event);
    } else if (event.key === '?') {
      document.getElementById('shortcuts')?.showModal();
    } else if (event.key === 'b') {
      toggleChartTables();
    } else if ([...links.keys()].some(known => known.startsWith(`${event.key} `))) {
      first = event.key;
      forget = setTimeout(() => { first = ''; }, 1500);
    }
  });
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.('input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select');
}

function focusSearch(event) {
  const search = document.querySelector('main [data-search]') ?? document.querySelector('[data-search]');
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function toggleChartTables() {
  const tables = [...document.querySelectorAll('.chart details')];
  const open = tables.some(table => !table.open);
  for (const table of tables) table.open = open;
}

function listInHelp(links) {
  const list = document.querySelector('[data-shortcuts]');
  if (!list) return;
  for (const [keys, link] of links) {
    const term = document.createElement('dt');
    for (const key of keys.split(' ')) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap, ' ');
    }
    const meaning = document.createElement('dd');
    meaning.textContent = link.textContent.trim();
    list.append(term, meaning);
  }
}
