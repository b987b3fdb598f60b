// The review of an import: the document on one side, what was read from it on the other. Choosing one shows the other. Every link and
// button works without this file; it adds the looking-together, the keys, and words about saving.
export function start(root) {
  root.classList.add('live');
  const pane = root.querySelector('[data-document]');
  const tabs = root.querySelector('[data-tabs]');
  let current = '';

  const itemOf = id => root.querySelector(`[data-item]#${CSS.escape(id)}`);
  const passagesOf = id => {
    // A plan that is written here has no document beside it.
    if (!pane) return [];
    const source = itemOf(id)?.dataset.source;
    return [...pane.querySelectorAll(`.passage[data-items~="${CSS.escape(id)}"]${source ? `, .passage[data-items~="${CSS.escape(source)}"]` : ''}`)];
  };

  function showPane(name) {
    root.dataset.pane = name;
    for (const button of root.querySelectorAll('[data-pane-button]')) button.setAttribute('aria-pressed', String(button.dataset.paneButton === name));
  }

  function openPanel(element) {
    const panel = element.closest('[data-panel]');
    if (panel?.hidden) tabs.querySelector(`a[href="#${panel.id}"]`)?.click();
    for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  }

  function select(id, from) {
    const item = itemOf(id);
    for (const old of root.querySelectorAll('.is-current')) old.classList.remove('is-current');
    current = id;
    const passages = passagesOf(id);
    for (const passage of passages) passage.classList.add('is-current');
    if (!item) return;
    item.classList.add('is-current');
    if (from !== 'items') {
      openPanel(item);
      if (root.dataset.pane !== 'items') showPane('items');
      item.scrollIntoView({ block: 'nearest' });
      item.focus({ preventScroll: true });
    }
    if (from !== 'document' && passages.length > 0 && root.dataset.pane !== 'hidden') reveal(passages[0]);
  }

  // Only the document's own pane moves, not the page under the reader's hands.
  function reveal(passage) {
    const box = pane.getBoundingClientRect();
    const place = passage.getBoundingClientRect();
    if (place.height === 0 || (place.top >= box.top + 40 && place.bottom <= box.bottom - 40)) return;
    pane.scrollTop += place.top - box.top - box.height / 3;
  }

  pane?.addEventListener('click', event => {
    const passage = event.target.closest('.passage');
    if (!passage) return;
    event.preventDefault();
    const ids = passage.dataset.items.split(' ').filter(itemOf);
    // A second click on a passage that several items share goes to the next of them.
    if (ids.length > 0) select(ids[(ids.indexOf(current) + 1) % ids.length], 'document');
  });

  root.addEventListener('focusin', event => {
    const item = event.target.closest('[data-item]');
    if (item && item.id !== current) select(item.id, 'items');
  });

  root.addEventListener('click', event => {
    const button = event.target.closest('[data-pane-button]');
    if (button) showPane(button.dataset.paneButton);
    const passage = event.target.closest('[data-show-passage]');
    if (passage) {
      event.preventDefault();
      const item = passage.closest('[data-item]');
      showPane('document');
      select(item.id, 'items');
      const first = passagesOf(item.id)[0];
      if (first && matchMedia('(max-width: 63.99rem)').matches) first.scrollIntoView({ block: 'center' });
    }
    const link = event.target.closest('[data-item-link]');
    if (link) { event.preventDefault(); select(link.hash.slice(1), 'link'); }
    const pick = event.target.closest('[data-pick]');
    if (pick) {
      event.preventDefault();
      const form = document.getElementById('pick');
      form.querySelector('#pick-name').value = pick.dataset.pick;
      form.scrollIntoView({ block: 'center' });
      form.querySelector('.picker input')?.focus();
    }
    const split = event.target.closest('[data-split]');
    if (split) {
      const form = split.closest('form');
      form.querySelector('[name=at]').value = form.querySelector('[name="f-content"]').selectionStart || '';
    }
  }, true);

  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-tab]');
    if (!link) return;
    event.preventDefault();
    showPane('items');
    tabs.querySelector(`a[href="${link.hash}"]`)?.click();
    root.scrollIntoView({ block: 'start' });
  });

  document.addEventListener('keydown', event => {
    const typing = event.target.matches?.('input, textarea, select');
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : !typing && !event.ctrlKey && !event.metaKey ? { j: 1, k: -1 }[event.key] : 0;
    if (!step) return;
    const items = [...root.querySelectorAll('[data-item]')].filter(item => item.offsetParent !== null);
    if (items.length === 0) return;
    event.preventDefault();
    const at = items.findIndex(item => item.id === current);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    select(next.id, 'keys');
  });

  // A long panel left far down: the next one starts at its top.
  tabs.addEventListener('click', () => {
    const items = root.querySelector('[data-items-pane]');
    if (items.getBoundingClientRect().top < 0) items.scrollIntoView({ block: 'start' });
  });

  startSaving(root, id => select(id, 'items'), () => current);
  const wanted = location.hash.slice(1);
  if (wanted && itemOf(wanted)) select(wanted, 'link');
}

// What the page says about saving, and what it does when the line is broken.
function startSaving(root, reselect, current) {
  const say = (key, state) => {
    const saved = document.getElementById('saved');
    if (!saved) return;
    saved.className = `saved small ${state}`;
    saved.querySelector('span').textContent = saved.dataset[key];
  };
  const unsaved = new Set();
  root.addEventListener('input', event => { const form = event.target.closest('[data-item] form'); if (form) unsaved.add(form); });
  root.addEventListener('htmx:beforeRequest', () => say('saving', 'busy'));
  // A refused edit comes back as its card with both versions, or with what to mend.
  root.addEventListener('htmx:beforeSwap', event => {
    if ([400, 409].includes(event.detail.xhr.status)) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  root.addEventListener('htmx:afterRequest', event => {
    // When the answer replaced the form, the event comes from its surroundings; the request still knows who asked.
    const asker = event.detail.requestConfig?.elt ?? event.detail.elt;
    const form = asker.closest('form');
    if (event.detail.successful || [400, 409].includes(event.detail.xhr?.status)) {
      unsaved.delete(form);
      // A new item is there to be filled in.
      if (form?.matches('[data-add]')) document.getElementById(form.closest('.section').id).querySelector('.items > :last-child textarea, .items > :last-child input[type=text]')?.focus();
      else if (current()) reselect(current());
      return;
    }
    say('failed', 'failed');
    setTimeout(() => { if (form?.isConnected && unsaved.has(form)) form.dispatchEvent(new Event('change', { bubbles: true })); }, 4000);
  });
  addEventListener('beforeunload', event => { if ([...unsaved].some(form => form.isConnected)) event.preventDefault(); });
}
