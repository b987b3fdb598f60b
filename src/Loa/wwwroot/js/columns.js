// [data-columns="table id"]: hides columns of a table. What was chosen stays in this browser, under the table's id.
const keyOf = table => `loa.columns.${table}`;

function remembered(table) {
  try {
    return new Set(JSON.parse(localStorage.getItem(keyOf(table)) ?? '[]'));
  } catch {
    // Storage is closed to us or holds something else: every column shows.
    return new Set();
  }
}

function remember(table, hidden) {
  try {
    if (hidden.size > 0) localStorage.setItem(keyOf(table), JSON.stringify([...hidden]));
    else localStorage.removeItem(keyOf(table));
  } catch {
    // It holds for this page at least.
  }
}

export function start(chooser) {
  const frame = chooser.closest('.table-frame');
  const boxes = [...chooser.querySelectorAll('[data-column]')];

  const show = () => {
    for (const box of boxes) {
      for (const row of frame.querySelectorAll('tr')) {
        const cell = row.children[Number(box.dataset.column)];
        if (cell) cell.hidden = !box.checked;
      }
    }
  };
  const changed = () => {
    remember(chooser.dataset.columns, new Set(boxes.filter(box => !box.checked).map(box => box.value)));
    show();
  };

  const hidden = remembered(chooser.dataset.columns);
  for (const box of boxes) box.checked = !hidden.has(box.value);
  show();
  chooser.hidden = false;
  // The filter form around a table would take a change for its own.
  chooser.addEventListener('change', event => { event.stopPropagation(); changed(); });
  chooser.querySelector('[data-columns-all]').addEventListener('click', () => { for (const box of boxes) box.checked = true; changed(); });
}
