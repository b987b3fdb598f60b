// The little markup that texts of reports know (paragraphs, "- " and "1. " lists, **bold**, *italic*), as a ProseMirror document and back. The server's ReportMarkup reads the same.
import { Schema, Node } from '../lib/prosemirror.js';

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: { group: 'inline' },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

const bullet = /^- +/;
const number = /^\d{1,9}[.)] +/;

// Null for a text that means more than the editor could give back: it is then edited as plain text.
export function read(text) {
  const blocks = text.split(/\n{2,}/).map(block => block.replace(/^\n+|\n+$/g, '')).filter(block => block.length > 0).flatMap(blockOf);
  const doc = Node.fromJSON(schema, { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] });
  return tidy(write(doc)) === tidy(text) ? doc : null;
}

export function write(doc) {
  const blocks = [];
  doc.forEach(block => blocks.push(block.type.name === 'paragraph' ? inline(block, true) : list(block)));
  return blocks.filter(block => block.length > 0).join('\n\n');
}

function tidy(text) {
  return text.replace(/\r/g, '').split('\n').map(line => line.trimEnd()).join('\n').replace(/\n{2,}/g, '\n\n').replace(/^(\d{1,9})[.)] /gm, '1. ').trim();
}

function blockOf(block) {
  const parts = [];
  for (const line of block.split('\n')) {
    const kind = bullet.test(line) ? 'bullet_list' : number.test(line) ? 'ordered_list' : 'paragraph';
    const last = parts.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else parts.push({ kind, lines: [line] });
  }
  return parts.map(({ kind, lines }) => kind === 'paragraph'
    ? paragraph(lines)
    : { type: kind, content: lines.map(line => ({ type: 'list_item', content: [paragraph([line.replace(kind === 'bullet_list' ? bullet : number, '')])] })) });
}

function paragraph(lines) {
  const content = lines.flatMap((line, index) => index === 0 ? runs(line) : [{ type: 'hard_break' }, ...runs(line)]);
  return { type: 'paragraph', content };
}

function runs(line) {
  const found = [];
  let [bold, italic, text] = [false, false, ''];
  const flush = () => {
    if (text) found.push({ type: 'text', text, marks: [...bold ? [{ type: 'strong' }] : [], ...italic ? [{ type: 'em' }] : []] });
    text = '';
  };
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '\\' && i + 1 < line.length && /[\\*\-.)]/.test(line[i + 1])) text += line[++i];
    else if (line.startsWith('**', i)) { flush(); bold = !bold; i++; }
    else if (line[i] === '*') { flush(); italic = !italic; }
    else text += line[i];
  }
  flush();
  return found;
}

function list(block) {
  const lines = [];
  block.forEach((item, _, index) => lines.push((block.type.name === 'bullet_list' ? '- ' : `${index + 1}. `) + inline(item.firstChild, false).replaceAll('\n', ' ')));
  return lines.join('\n');
}

function inline(block, first) {
  let text = '';
  block.forEach(node => {
    if (node.type.name === 'hard_break') { text += '\n'; return; }
    const [, before, inner, after] = node.text.match(/^(\s*)([\s\S]*?)(\s*)$/);
    const mark = (node.marks.some(m => m.type.name === 'strong') ? '**' : '') + (node.marks.some(m => m.type.name === 'em') ? '*' : '');
    text += before + (inner && mark + inner.replace(/[\\*]/g, '\\$&') + [...mark].reverse().join('')) + after;
  });
  return first ? text.replace(/^(\s*)(-|\d{1,9}[.)])( )/gm, (all, blank, sign, space) => blank + sign.slice(0, -1) + '\\' + sign.at(-1) + space) : text;
}
