// textarea[data-editor="words"]: a text editor in its place that writes back what it holds, so that saving and sending know only the textarea. A text it could not give back unchanged
// stays a textarea.
import { EditorState, EditorView, keymap, history, undo, redo, toggleMark, baseKeymap, chainCommands, wrapInList, splitListItem, liftListItem, inputRules, wrappingInputRule } from '../lib/prosemirror.js';
import { schema, read, write } from './markup.js';

export function start(area) {
  const doc = read(area.value);
  if (!doc) return;
  const { strong, em } = schema.marks;
  const { bullet_list: bullets, ordered_list: numbers, list_item: item, hard_break: lineBreak } = schema.nodes;
  const words = area.dataset.editor.split('|');
  const acts = [
    ['b', toggleMark(strong)], ['i', toggleMark(em)],
    ['-', chainCommands(liftListItem(item), wrapInList(bullets))], ['1.', chainCommands(liftListItem(item), wrapInList(numbers))], ['↶', undo],
  ];
  const breakLine = (state, dispatch) => { dispatch?.(state.tr.replaceSelectionWith(lineBreak.create()).scrollIntoView()); return true; };

  const frame = document.createElement('div');
  frame.className = 'editor';
  const bar = document.createElement('div');
  bar.className = 'editor-bar';
  bar.setAttribute('role', 'toolbar');
  const label = area.labels[0];
  label.id ||= `${area.id}-label`;
  bar.setAttribute('aria-labelledby', label.id);
  const buttons = acts.map(([sign, act], index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `button small editor-${['bold', 'italic', 'bullets', 'numbers', 'undo'][index]}`;
    button.textContent = words[index] ?? sign;
    button.addEventListener('mousedown', event => event.preventDefault());
    button.addEventListener('click', () => { act(view.state, view.dispatch, view); view.focus(); });
    return button;
  });
  bar.append(...buttons);
  area.before(frame);
  frame.append(bar);

  const view = new EditorView(frame, {
    state: EditorState.create({
      doc,
      plugins: [
        inputRules({ rules: [wrappingInputRule(/^- $/, bullets), wrappingInputRule(/^1[.)] $/, numbers)] }),
        keymap({ Enter: splitListItem(item), 'Shift-Enter': breakLine, 'Mod-b': toggleMark(strong), 'Mod-i': toggleMark(em), 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Shift-Tab': liftListItem(item) }),
        keymap(baseKeymap),
        history(),
      ],
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label.id, class: 'editor-text prose' },
    transformPastedHTML: html => html,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      if (change.docChanged) {
        area.value = write(view.state.doc);
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }
      mark();
    },
  });

  function mark() {
    const { from, $from, to, empty } = view.state.selection;
    [strong, em].forEach((type, index) => {
      const on = empty ? !!type.isInSet(view.state.storedMarks ?? $from.marks()) : view.state.doc.rangeHasMark(from, to, type);
      buttons[index].setAttribute('aria-pressed', String(on));
    });
  }

  mark();
  label.addEventListener('click', event => { event.preventDefault(); view.focus(); });
  // Who was already writing in the plain field goes on in the editor.
  if (document.activeElement === area) view.focus();
  area.hidden = true;
}
