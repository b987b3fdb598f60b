// The button of an act that cannot be undone wakes up when the name was typed.
export function start(details) {
  const input = details.querySelector('input[name=confirm]');
  const button = details.querySelector('button[type=submit]');
  const same = text => text.trim().toLowerCase();
  const update = () => { button.disabled = same(input.value) !== same(details.dataset.confirm); };
  input.addEventListener('input', update);
  details.addEventListener('toggle', () => { if (details.open) input.focus(); });
  details.addEventListener('keydown', event => { if (event.key === 'Escape') { details.open = false; details.querySelector('summary').focus(); } });
  update();
}
