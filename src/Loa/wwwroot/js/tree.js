// A list of links becomes a tree (the tree view pattern): branches open in place and are fetched when first opened; one item is in the tab order.
import { fold } from './words.js';

export function start(root) {
  // A branch that was fetched belongs to the tree that asked for it.
  if (root.closest('[role=tree]')) return;
  root.setAttribute('role', 'tree');
  dress(root, 1);
  const first = root.querySelector('[role=treeitem]');
  if (first) first.tabIndex = 0;
  root.addEventListener('keydown', event => keys(root, event));
  root.addEventListener('focusin', event => {
    const item = event.target.closest('[role=treeitem]');
    if (item) rove(root, item);
  });
  root.addEventListener('click', event => {
    const item = event.target.closest('[role=treeitem]');
    if (!item || event.target.closest('a')) return;
    rove(root, item);
    item.focus();
    toggle(item);
  });
}

function dress(list, level) {
  [...list.children].forEach((item, index, all) => {
    const link = item.querySelector(':scope > a');
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-level', level);
    item.setAttribute('aria-setsize', all.length);
    item.setAttribute('aria-posinset', index + 1);
    // Its own name only, not those of everything below.
    item.setAttribute('aria-label', [...item.children].map(part => part.textContent.trim()).join(' '));
    item.tabIndex = -1;
    link.tabIndex = -1;
    if (item.dataset.branch) {
      item.setAttribute('aria-expanded', 'false');
      item.prepend(Object.assign(document.createElement('span'), { className: 'tree-twist' }));
    }
  });
}

async function expand(item) {
  if (item.getAttribute('aria-expanded') !== 'false') return;
  item.setAttribute('aria-expanded', 'true');
  const known = item.querySelector(':scope > ul');
  if (known) { known.hidden = false; return; }
  item.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(item.dataset.branch);
    const list = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('ul') : null;
    if (!list) throw new Error('no branch');
    list.setAttribute('role', 'group');
    list.removeAttribute('aria-label');
    list.removeAttribute('data-tree');
    list.hidden = item.getAttribute('aria-expanded') === 'false';
    dress(list, Number(item.getAttribute('aria-level')) + 1);
    item.append(document.adoptNode(list));
  } catch {
    // Its own page lists the same.
    location.assign(item.querySelector('a').href);
  } finally {
    item.removeAttribute('aria-busy');
  }
}

function collapse(item) {
  item.setAttribute('aria-expanded', 'false');
  const list = item.querySelector(':scope > ul');
  if (list) list.hidden = true;
}

const toggle = item => item.getAttribute('aria-expanded') === 'true' ? collapse(item) : expand(item);
const visible = root => [...root.querySelectorAll('[role=treeitem]')].filter(item => !item.parentElement.closest('[hidden]'));
const parentOf = item => item.parentElement.closest('[role=treeitem]');

function rove(root, item) {
  root.querySelectorAll('[role=treeitem][tabindex="0"]').forEach(other => { other.tabIndex = -1; });
  item.tabIndex = 0;
}

function keys(root, event) {
  const item = event.target.closest('[role=treeitem]');
  if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
  const items = visible(root);
  const at = items.indexOf(item);
  const state = item.getAttribute('aria-expanded');
  const moves = {
    ArrowDown: () => items[at + 1]?.focus(),
    ArrowUp: () => items[at - 1]?.focus(),
    ArrowRight: () => state === 'false' ? expand(item) : state === 'true' ? item.querySelector('[role=treeitem]')?.focus() : null,
    ArrowLeft: () => state === 'true' ? collapse(item) : parentOf(item)?.focus(),
    Home: () => items[0].focus(),
    End: () => items.at(-1).focus(),
    Enter: () => item.querySelector('a').click(),
    ' ': () => state ? toggle(item) : item.querySelector('a').click(),
    '*': () => [...item.parentElement.children].forEach(expand),
  };
  if (moves[event.key]) {
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
    // The next item whose name begins with the letter.
    event.stopPropagation();
    [...items.slice(at + 1), ...items.slice(0, at)].find(other => fold(other.getAttribute('aria-label')).startsWith(fold(event.key)))?.focus();
  }
}
