// A file field becomes a place to drop on; the file goes at once, or with the form's button where the form has other fields, with progress, and the answer replaces the page's content.
import { say } from './words.js';

export function start(zone) {
  const input = zone.querySelector('input[type=file]');
  const form = input.form;
  zone.querySelector('[data-with-script]').hidden = false;
  const button = form.querySelector('[data-without-script]');
  if (button) button.hidden = true;

  zone.addEventListener('dragover', event => { event.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    taken();
  });
  input.addEventListener('change', () => { if (input.files.length > 0) taken(); });
  const waits = 'waits' in zone.dataset;
  if (waits) form.addEventListener('submit', event => {
    if (input.files.length === 0) return;
    event.preventDefault();
    send(zone, input, form);
  });

  function taken() {
    if (!waits) return send(zone, input, form);
    if (fits(zone, input)) show(zone, say('chosen', input.files[0].name), null);
  }
}

function fits(zone, input) {
  const most = Number(zone.dataset.maxBytes ?? Infinity);
  if (input.files[0].size <= most) return true;
  show(zone, say('tooLarge', Math.floor(most / 1048576)), null);
  return false;
}

function send(zone, input, form) {
  const [file] = input.files;
  if (!fits(zone, input)) return;

  // What else the form asks for comes first; the button sends the file once it is there.
  if (!form.reportValidity()) {
    const button = form.querySelector('[data-without-script]');
    if (button) button.hidden = false;
    return;
  }

  // A second press while it is on its way would send it twice.
  if ('sending' in zone.dataset) return;
  zone.dataset.sending = '';
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', event => {
    const percent = event.lengthComputable ? Math.floor(100 * event.loaded / event.total) : 0;
    show(zone, say('uploading', file.name, percent), percent);
  });
  request.upload.addEventListener('load', () => show(zone, say('processing', file.name), undefined));
  request.addEventListener('error', () => show(zone, say('uploadFailed'), null));
  request.addEventListener('loadend', () => delete zone.dataset.sending);
  request.addEventListener('load', () => answer(request, form, zone));
  request.send(new FormData(form));
  show(zone, say('uploading', file.name, 0), 0);
}

function answer(request, form, zone) {
  if (request.status < 300 && new URL(request.responseURL).href !== new URL(form.action).href) {
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  const main = page.querySelector('main');
  if (!main || request.status >= 500) return show(zone, say('uploadFailed'), null);
  document.querySelector('main').replaceWith(document.adoptNode(main));
  document.dispatchEvent(new CustomEvent('htmx:load', { detail: { elt: document.querySelector('main') } }));
  document.querySelector('[data-focus]')?.focus();
}

// A number draws the bar, undefined says "busy", null says "stopped".
function show(zone, text, percent) {
  const box = zone.querySelector('.file-drop-progress');
  const bar = box.querySelector('progress');
  box.hidden = false;
  box.querySelector('.file-drop-state').textContent = text;
  bar.hidden = percent === null;
  if (percent === undefined) bar.removeAttribute('value');
  else if (percent !== null) bar.value = percent;
  bar.setAttribute('aria-label', text);
}
