// form[data-offline="user id"]: a draft is kept while one types and comes back after a reload; without a network the form goes into the queue,
// which outbox.js sends later. Each form carries its own id, so that sending twice writes once.
import { say } from './words.js';
import { draft, draftKey, dropDraft, keepDraft, keepQueue, newId, queue, send } from './unsent.js';

export function start(form) {
  const user = form.dataset.offline;
  const kind = form.querySelector('[name="Input.Form"]')?.value ?? '';
  const key = draftKey(user, location.pathname + location.search);
  const kept = form.dataset.fresh ? draft(key) : null;
  if (form.dataset.fresh) {
    // The page may come from the browser's own store: its id may have been used and its day be over.
    form.elements.NewId.value = newId();
    const day = form.querySelector('[name="Input.StartsOn"]');
    if (day && day.value === day.defaultValue) day.value = today();
  }

  const notice = document.createElement('p');
  notice.className = 'saved';
  notice.setAttribute('role', 'status');
  form.prepend(notice);
  if (kept) {
    restore(form, kept.fields);
    tell(notice, say('draftRestored'), say('draftDrop'), () => { dropDraft(key); location.reload(); });
  }

  let pause;
  const keep = () => { clearTimeout(pause); pause = setTimeout(() => keepDraft(key, fields(form)), 300); };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);

  form.addEventListener('submit', async event => {
    const button = event.submitter;
    if (button?.hasAttribute('formaction')) { clearTimeout(pause); dropDraft(key); return; }
    event.preventDefault();
    clearTimeout(pause);
    const item = { id: form.elements.NewId.value, page: `${form.getAttribute('action')}?hinh-thuc=${kind}`, action: form.getAttribute('action'), title: form.querySelector('[name="Input.Title"]')?.value ?? '', at: Date.now(), fields: fields(form, button) };
    if (button) button.disabled = true;
    const answer = await send(user, item, form.querySelector('[name="__RequestVerificationToken"]')?.value);
    if (button) button.disabled = false;
    if (answer.state === 'sent') { dropDraft(key); location.assign(answer.location); return; }
    if (answer.state === 'refused') { show(answer.html); return; }
    if (keepQueue(user, [...queue(user).filter(other => other.id !== item.id), item])) {
      dropDraft(key);
      form.reset();
      form.elements.NewId.value = newId();
      tell(notice, say(answer.state === 'away' ? 'queued' : 'queuedSignedOut', item.title));
    } else {
      tell(notice, say('queueFull'));
    }
    notice.scrollIntoView({ block: 'center' });
  });

  cachePages();
}

// The page on which one picks a form also makes itself and the often used forms ready for the time without a network.
export function shell() { cachePages(); }

async function cachePages() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const worker = (await navigator.serviceWorker.ready).active;
    const pages = [location.pathname + location.search, ...[...document.querySelectorAll('[data-often] a')].map(link => link.getAttribute('href'))];
    const parts = [...document.querySelectorAll('link[rel="stylesheet"], script[src]')].map(part => part.href ?? part.src);
    worker?.postMessage({ keep: [...pages, ...parts, ...scripts] });
  } catch { /* Without it everything works as long as there is a network. */ }
}

const scripts = ['loa', 'shortcuts', 'menus', 'words', 'typed', 'picker', 'filter', 'unsent', 'offline', 'outbox'].map(name => `/js/${name}.js`);

function fields(form, button) {
  return [...new FormData(form, button ?? null)].filter(([, value]) => typeof value === 'string');
}

function restore(form, kept) {
  const values = new Map();
  for (const [name, value] of kept) values.set(name, [...values.get(name) ?? [], value]);
  for (const element of form.elements) {
    if (!element.name || element.name === '__RequestVerificationToken' || element.type === 'submit') continue;
    const given = values.get(element.name);
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = given?.includes(element.value) ?? false;
    else if (element.type !== 'hidden' && given) element.value = given[0];
    else if (element.name === 'NewId' && given) element.value = given[0];
  }
  for (const fold of form.querySelectorAll('details')) if ([...fold.querySelectorAll('input, select, textarea')].some(element => element.type === 'checkbox' ? element.checked : element.type !== 'hidden' && element.value)) fold.open = true;
}

function show(html) {
  const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
  if (!main) return;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: document.querySelector('main') } }));
  (document.querySelector('[data-focus]') ?? document.querySelector('main')).focus();
}

function tell(notice, text, act, done) {
  notice.textContent = `${text} `;
  if (!act) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-button';
  button.textContent = act;
  button.addEventListener('click', done);
  notice.append(button);
}

// Today where the activity was held: seven hours ahead of Greenwich all year.
function today() {
  const date = new Date(Date.now() + 7 * 3600000);
  return `${String(date.getUTCDate()).padStart(2, '0')}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/${date.getUTCFullYear()}`;
}
