// The behaviours of the interface. Every page works without them; each module finds its own elements.
import { startShortcuts } from './shortcuts.js';
import { startMenus } from './menus.js';

startShortcuts();
startMenus();
document.querySelector('[data-focus]')?.focus();

const features = {
  '[data-typed]': './typed.js',
  '[data-review]': './review.js',
  '[data-scroll-to]': './scrollto.js',
  '[data-file-drop]': './filedrop.js',
  'form[data-pieces]': './pieces.js',
  '[data-picker]': './picker.js',
  '[data-tree]': './tree.js',
  'form[data-members]': './members.js',
  '[data-columns]': './columns.js',
  '[data-tabs]': './tabs.js',
  '[data-confirm]': './confirm.js',
  '[data-passkey]': './passkey.js',
  '[data-print]': './print.js',
  'form[data-autosave]': './autosave.js',
  'textarea[data-editor]': './editor.js',
  '[data-filter]': './filter.js',
  'form[data-offline]': './offline.js',
  '[data-offline-shell]': './shell.js',
  '[data-outbox]': './outbox.js',
  'form[data-sign-out]': './signout.js',
};

// Only what a page uses is fetched; parts that htmx brings in later are started too.
const modules = new Map();
async function start(root) {
  for (const [selector, path] of Object.entries(features)) {
    const found = [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)].filter(element => !element.dataset.started);
    for (const element of found) element.dataset.started = 'yes';
    if (found.length === 0) continue;
    if (!modules.has(path)) modules.set(path, import(path));
    const module = await modules.get(path);
    found.forEach(module.start);
  }
}

start(document);
document.addEventListener('htmx:load', event => start(event.detail.elt));
