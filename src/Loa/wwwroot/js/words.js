// The few sentences that scripts say, written by the server in the reader's language.
const words = JSON.parse(document.querySelector('meta[name="loa-words"]')?.content ?? '{}');

export function say(key, ...values) {
  return values.reduce((text, value, index) => text.replaceAll(`{${index}}`, value), words[key] ?? key);
}

// The same folding as the server's: lower case, without diacritics, đ as d.
export function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();
}
