// What a person typed and what could not be sent, kept in this browser under the person's own id; shared by offline.js and outbox.js.
const prefix = 'loa-unsent:';

export const draftKey = (user, address) => `${prefix}draft:${user}:${address}`;
const queueKey = user => `${prefix}queue:${user}`;

function read(key, otherwise) {
  try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
}

// False where the browser keeps nothing (full, or forbidden): the caller then must not pretend.
function write(key, value) {
  try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
}

export const draft = key => read(key, null);
export const keepDraft = (key, fields) => write(key, { at: Date.now(), fields });
export const dropDraft = key => localStorage.removeItem(key);

export const whose = `${prefix}user`;
export const waiting = () => Object.keys(localStorage).filter(key => key.startsWith(`${prefix}queue:`)).reduce((sum, key) => sum + read(key, []).length, 0);

export const queue = user => read(queueKey(user), []);
export function keepQueue(user, items) {
  const kept = items.length > 0 ? write(queueKey(user), items) : (localStorage.removeItem(queueKey(user)), true);
  dispatchEvent(new Event('loa:queue'));
  return kept;
}

// Signing out leaves nothing of the person behind: neither what was typed nor the pages kept for working offline.
export async function forget() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  if ('caches' in window) for (const name of await caches.keys()) if (name.startsWith('loa-')) await caches.delete(name);
}

// Ids as the server makes them (version 7): later ones sort after earlier ones.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--) { bytes[i] = time % 256; time = Math.floor(time / 256); }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// One try. 'sent', or 'away' (no network), 'signed-out' (or another person), or the server's page about what is wrong.
// An antiforgery token belongs to a session: the open form's own is tried first where there is one, else, or where it is of a session that is over,
// a new one is asked for, and the page says whose session it is.
export async function send(user, item, token) {
  try {
    if (token) {
      const answer = await post(item, token);
      if (answer.state !== 'refused' || answer.html.includes('data-offline')) return answer;
    }
    const page = await fetch(item.page, { cache: 'no-store' });
    if (page.status >= 500) return { state: 'away' };
    const form = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form[data-offline]');
    if (form?.dataset.offline !== user) return { state: 'signed-out' };
    return await post(item, form.querySelector('[name="__RequestVerificationToken"]').value);
  } catch {
    return { state: 'away' };
  }
}

async function post(item, token) {
  const body = new FormData();
  for (const [name, value] of item.fields) if (name !== '__RequestVerificationToken') body.append(name, value);
  body.append('__RequestVerificationToken', token);
  const answer = await fetch(item.action, { method: 'POST', body, headers: { 'X-Requested-With': 'offline' }, redirect: 'manual' });
  if (answer.status === 201) return { state: 'sent', location: answer.headers.get('Location') };
  if (answer.type === 'opaqueredirect') return { state: 'signed-out' };
  return answer.status >= 500 ? { state: 'away' } : { state: 'refused', html: await answer.text() };
}
