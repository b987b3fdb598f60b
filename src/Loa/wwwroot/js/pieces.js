// form[data-pieces="address"]: chosen files go at once, in pieces that can be taken up again after a break or a reload; large photos are made smaller first.
import { say } from './words.js';

const longestSide = 2560;
const shrinkable = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];
const pause = attempt => new Promise(done => setTimeout(done, Math.min(30000, 1000 * 2 ** attempt)));

export function start(form) {
  const input = form.querySelector('input[type=file]');
  const button = form.querySelector('[data-without-script]');
  if (button) button.hidden = true;
  const zone = form.querySelector('.file-drop');
  let sending = false;
  zone?.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('over'); });
  zone?.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone?.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    if (sending || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change'));
  });
  addEventListener('beforeunload', event => { if (sending) event.preventDefault(); });
  form.addEventListener('submit', event => event.preventDefault());
  input.addEventListener('change', async () => {
    if (sending || input.files.length === 0) return;
    sending = true;
    const files = [...input.files];
    input.disabled = true;
    const results = [];
    for (const file of files) results.push(await send(form, file));
    input.disabled = false;
    input.value = '';
    sending = false;
    if (results.some(result => result)) await refresh(form);
  });
}

// True once the file is evidence; else its line says why not.
async function send(form, file) {
  const line = form.querySelector('[data-sending]').appendChild(document.createElement('li'));
  const text = line.appendChild(document.createElement('span'));
  const bar = line.appendChild(document.createElement('progress'));
  bar.max = 100;
  const tell = (words, percent) => {
    text.textContent = words;
    bar.hidden = percent === null;
    if (percent !== null) bar.value = percent;
    bar.setAttribute('aria-label', words);
  };
  tell(say('uploading', file.name, 0), 0);
  try {
    const body = await smaller(file);
    if (body.size > Number(form.dataset.maxBytes)) throw new Refusal(say('tooLarge', Math.floor(form.dataset.maxBytes / 1048576)));
    const begin = new URLSearchParams({ name: body.name, length: body.size, modified: file.lastModified });
    let at = await request(form, form.dataset.pieces, { method: 'POST', body: begin });
    for (let attempt = 0; !at.done;) {
      const percent = Math.floor(100 * at.offset / body.size);
      tell(say('uploading', file.name, percent), percent);
      const address = `${form.dataset.pieces}?tep=${at.id}`;
      try {
        const before = at.offset;
        at = await request(form, address, {
          method: 'PATCH', body: body.slice(at.offset, at.offset + at.piece),
          headers: { 'Upload-Offset': at.offset, 'Content-Type': 'application/offset+octet-stream' },
        });
        attempt = at.offset > before || at.done ? 0 : attempt + 1;
        if (attempt > 0) await pause(attempt);
      } catch (problem) {
        if (problem instanceof Refusal || attempt >= 12) throw problem;
        tell(say('uploadWaits', file.name, percent), percent);
        await pause(attempt++);
        at = await request(form, address, {}).catch(() => at);
      }
    }
    tell(at.message ?? say('uploaded', file.name), null);
    return true;
  } catch (problem) {
    line.classList.add('field-error');
    tell(problem instanceof Refusal ? problem.message : say('uploadFailed'), null);
    return false;
  }
}

class Refusal extends Error {}

async function request(form, address, options) {
  const token = form.querySelector('input[name=__RequestVerificationToken]').value;
  const answer = await fetch(address, { ...options, headers: { ...options.headers, 'X-Loa-Token': token } });
  const isJson = answer.headers.get('Content-Type')?.includes('json');
  if (answer.ok && isJson) return answer.json();
  // What the server says in words, and what no further try would change.
  if (isJson) throw new Refusal((await answer.json()).message);
  if (answer.status === 400 || answer.status === 404 || answer.redirected) throw new Refusal(say('uploadFailed'));
  throw new Error(String(answer.status));
}

// A photo longer than needed is drawn anew, upright; whatever cannot be drawn goes as it is.
async function smaller(file) {
  if (!shrinkable.includes(file.type)) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const ratio = longestSide / Math.max(image.width, image.height);
    const heic = file.type.startsWith('image/hei');
    if (ratio >= 1 && !heic) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * Math.min(1, ratio));
    canvas.height = Math.round(image.height * Math.min(1, ratio));
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const type = heic ? 'image/jpeg' : file.type;
    const blob = await new Promise(done => canvas.toBlob(done, type, 0.85));
    if (!blob || blob.type !== type || (blob.size >= file.size && !heic)) return file;
    return new File([blob], heic ? file.name.replace(/\.hei[cf]$/i, '.jpg') : file.name, { type });
  } catch {
    return file;
  }
}

// The section as the server now has it; what the lines of this form say stays.
async function refresh(form) {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [fresh, old] = [page.querySelector('[data-evidence]'), form.closest('[data-evidence]')];
  if (!fresh || !old) return location.reload();
  const lines = form.querySelector('[data-sending]');
  fresh.querySelector('[data-sending]')?.replaceWith(lines);
  old.replaceWith(document.adoptNode(fresh));
  document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: fresh } }));
}
