// A print button exists only where it can print.
export function start(button) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
