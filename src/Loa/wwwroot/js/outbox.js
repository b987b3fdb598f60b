// [data-outbox="user id"]: what could not be sent yet, on every page of the workspace. It is sent when the network is back, only under the
// person who wrote it; signing out (signout.js) discards it.
import { say } from './words.js';
import { draftKey, keepDraft, keepQueue, queue, send, whose } from './unsent.js';

export function start(box) {
  const user = box.dataset.outbox;
  const last = localStorage.getItem(whose);
  // Another person at the same browser: what the one before kept for working offline is not theirs to see.
  if (last && last !== user && 'caches' in window) caches.keys().then(names => names.filter(name => name.startsWith('loa-')).forEach(name => caches.delete(name)));
  localStorage.setItem(whose, user);

  addEventListener('online', () => flush(box, user));
  addEventListener('loa:queue', () => draw(box, user));
  addEventListener('storage', () => draw(box, user));
  setInterval(() => flush(box, user), 60000);
  draw(box, user);
  flush(box, user);
}

let sending = false;
async function flush(box, user) {
  if (sending || !navigator.onLine || queue(user).length === 0) return;
  sending = true;
  try {
    for (const item of queue(user)) {
      const answer = await send(user, item);
      if (answer.state === 'away' || answer.state === 'signed-out') break;
      const problem = answer.state === 'refused' ? wrong(answer.html) : null;
      keepQueue(user, queue(user).flatMap(other => other.id !== item.id ? [other] : problem === null ? [] : [{ ...other, problem }]));
    }
  } finally {
    sending = false;
    draw(box, user);
  }
}

function wrong(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('.error-summary li, .notice-title')].map(part => part.textContent.trim()).join(' ') || say('refused');
}

function draw(box, user) {
  const items = queue(user);
  box.hidden = items.length === 0;
  const open = box.querySelector('details')?.open ?? false;
  box.replaceChildren();
  if (items.length === 0) return;
  const fold = make('details', '');
  fold.open = open;
  fold.append(make('summary', say('unsent', items.length)));
  const list = make('ul', '');
  for (const item of items) {
    const line = make('li', '');
    line.append(make('strong', item.title || '…'));
    if (item.problem) line.append(make('p', item.problem));
    const acts = make('div', '');
    acts.className = 'row';
    if (item.problem) acts.append(button(say('unsentOpen'), () => { if (keepDraft(draftKey(user, item.page), item.fields)) { keepQueue(user, queue(user).filter(other => other.id !== item.id)); location.assign(item.page); } }));
    acts.append(button(say('unsentDrop'), () => { if (confirm(say('unsentDropSure', item.title))) keepQueue(user, queue(user).filter(other => other.id !== item.id)); }));
    line.append(acts);
    list.append(line);
  }
  fold.append(list, button(say('unsentRetry'), () => flush(box, user)));
  box.append(fold);
}

function button(text, act) {
  const made = make('button', text);
  made.type = 'button';
  made.className = 'button small';
  made.addEventListener('click', act);
  return made;
}

function make(name, text) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  return element;
}
