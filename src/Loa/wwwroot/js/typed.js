// Says at once how a typed date or period is understood; the server understands the same forms (DateText, Period).
import { fold, say } from './words.js';

export function start(input) {
  const shown = document.getElementById(`${input.id}-typed`);
  const update = () => {
    const text = input.value.trim();
    const meaning = text && (input.dataset.typed === 'date' ? describeDate(text) : describePeriod(text));
    shown.textContent = !text ? '' : meaning ?? say(input.dataset.typed === 'date' ? 'dateUnclear' : 'periodUnclear');
    shown.classList.toggle('unclear', Boolean(text) && !meaning);
  };
  let pause;
  // Also when the field is left: a line that appears between pressing and releasing the mouse would move the button away from under it.
  const later = () => { clearTimeout(pause); pause = setTimeout(update, 250); };
  input.addEventListener('input', later);
  input.addEventListener('change', later);
  if (input.value) update();
}

const two = number => String(number).padStart(2, '0');
const slashes = date => `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;

export function describeDate(text) {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const plain = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?$/.exec(text);
  if (!iso && !plain) return null;
  const [day, month, year] = iso ? [iso[3], iso[2], iso[1]] : [plain[1], plain[2], plain[3] ?? String(new Date().getFullYear())];
  const date = new Date(Number(year.length === 2 ? `20${year}` : year), Number(month) - 1, Number(day));
  return date.getDate() === Number(day) && date.getMonth() === Number(month) - 1 ? `${say('days').split('|')[date.getDay()]}, ${slashes(date)}` : null;
}

const roman = { i: 1, ii: 2, iii: 3, iv: 4 };
const pattern = /^(?:(?:thang|t)\s*(\d{1,2})|(?:quy|q)\s*(\d|iv|i{1,3})|((?:6|sau) thang)(?: (dau|cuoi)(?: nam)?)?|((?:9|chin) thang)(?: dau nam)?|(ca nam|nam)|(?=\d{4}$))\s*[/,]?\s*(?:nam\s+)?(\d{4})?$/;

export function describePeriod(text) {
  const match = pattern.exec(fold(text).replaceAll('-', '/'));
  if (!match) return null;
  const [, month, quarter, half, part, nine, , typed] = match;
  const year = Number(typed ?? new Date().getFullYear());
  const third = roman[quarter] ?? Number(quarter);
  const [first, last] = month ? [Number(month), Number(month)] : quarter ? [third * 3 - 2, third * 3] : half ? (part === 'cuoi' ? [7, 12] : [1, 6]) : nine ? [1, 9] : [1, 12];
  return first >= 1 && last <= 12 ? `${slashes(new Date(year, first - 1, 1))} – ${slashes(new Date(year, last, 0))}` : null;
}
