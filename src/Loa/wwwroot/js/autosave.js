// form[data-autosave="address"]: what was typed is saved a moment later; a failure is said and tried again, a conflict is said and stops.
import { say } from './words.js';

export function start(form) {
  const state = form.querySelector('[data-autosave-state]') ?? document.querySelector('[data-autosave-state]');
  let pause;
  let dirty = false;
  let stopped = false;

  const tell = text => { if (state) state.textContent = text; };

  async function save() {
    if (stopped) return;
    dirty = false;
    tell(say('saving'));
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'autosave' } });
      if (answer.status === 409) { stopped = true; tell(say('conflict')); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      const revision = answer.headers.get('X-Loa-Revision');
      const field = form.querySelector('input[name$=Revision]');
      if (revision && field) field.value = revision;
      tell(say('savedAt', new Date().toLocaleTimeString('vi', { hour: '2-digit', minute: '2-digit' })));
    } catch {
      dirty = true;
      tell(say('saveFailed'));
      pause = setTimeout(save, 5000);
    }
  }

  form.addEventListener('input', () => { dirty = true; clearTimeout(pause); pause = setTimeout(save, 900); });
  form.addEventListener('change', () => { if (dirty) { clearTimeout(pause); pause = setTimeout(save, 150); } });
  form.addEventListener('submit', () => { dirty = false; stopped = true; clearTimeout(pause); });
  addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
  // Whoever leaves all the same, by another form of the page say, still has the last words saved.
  addEventListener('pagehide', () => { if (dirty && !stopped) navigator.sendBeacon(form.dataset.autosave, new FormData(form)); });
}
