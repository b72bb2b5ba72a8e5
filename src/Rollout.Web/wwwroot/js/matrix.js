// Keys and clicks of the table of steps, caught once for all its cells. A cell is a plain link to its province's page: without this module,
// or opened in a new tab, it leads there; with it, it opens the panel beside the table. Of a long table only some rows are there: the server is
// asked for others as they come near, by scrolling or by keys.

const FIELD = '.board input[type=search]';
const HEADS = 2;
const NEAR = 15;
const PAGE = 10;
const REST = 150;

/* What is typed before a circuit holds the page, which then puts other elements in the place of the first: text, caret and focus move on. */
let typed = document.activeElement?.matches(FIELD) ? { field: document.activeElement, focus: true } : null;
const early = new AbortController();
const caught = { capture: true, signal: early.signal };
document.addEventListener('input', event => { if (event.target.matches(FIELD)) typed = { field: event.target, focus: true }; }, caught);
document.addEventListener('focusout', event => { if (typed?.field === event.target && event.target.isConnected) typed.focus = false; }, caught);
document.addEventListener('focusin', event => { if (event.target.matches(FIELD)) typed = { field: event.target, focus: true }; }, caught);
const replaced = new MutationObserver(() => {
  const field = typed && !typed.field.isConnected && document.querySelector(FIELD);
  if (!field) return;
  const { value, selectionStart, selectionEnd } = typed.field;
  field.value = value;
  if (typed.focus) {
    field.focus();
    field.setSelectionRange(selectionStart, selectionEnd);
  }
  typed.field = field;
});
replaced.observe(document.body, { childList: true, subtree: true });

export function attach(root, page) {
  const matrix = new Matrix(root, page);
  return { release: () => matrix.release(), closed: place => matrix.closed(place), top: () => matrix.top() };
}

class Matrix {
  constructor(root, page) {
    [this.root, this.page, this.listeners] = [root, page, new AbortController()];
    const how = { signal: this.listeners.signal };
    root.addEventListener('click', e => this.click(e), how);
    root.addEventListener('keydown', e => this.key(e), how);
    root.addEventListener('focusin', e => this.rove(e.target.closest?.('a.cell, .pick input')), how);
    root.addEventListener('scroll', () => this.scrolled(), { ...how, capture: true, passive: true });
    root.parentElement.addEventListener('keydown', e => e.target.matches(FIELD) && this.find(e), how);
    addEventListener('resize', () => this.measure(), how);
    root.dataset.keys = 'on';
    this.measure();
    this.takeOver();
    this.opened();
  }

  release() {
    this.listeners.abort();
  }

  get scroller() { return this.root.querySelector('.scroll'); }
  get panel() { return this.root.querySelector('#cell-panel'); }
  get rows() { return [...this.root.querySelectorAll('tbody tr[data-code]')]; }
  get total() { return this.root.querySelector('table').getAttribute('aria-rowcount') - HEADS; }

  /* The server has not heard what was typed before it listened. */
  takeOver() {
    early.abort();
    replaced.disconnect();
    const field = typed && document.querySelector(FIELD);
    typed = null;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /* A cell that the address opened is shown, wherever it is. */
  async opened() {
    const [code, step] = (new URL(location.href).searchParams.get('cell') ?? '').split(':');
    if (!step || !this.panel) return;
    this.last = { code, step };
    const place = this.lastCell() ? -1 : await this.page.invokeMethodAsync('Place', code);
    if (place >= 0) await this.page.invokeMethodAsync('Show', place);
    this.lastCell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  async click(event) {
    const box = event.target.closest?.('.pick input');
    if (box) return this.pick(box, event.shiftKey);
    const cell = event.target.closest?.('a.cell');
    if (!cell || event.button || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    await this.open(cell, event.detail === 0);
  }

  pick(box, range) {
    return this.page.invokeMethodAsync('Pick', box.closest('tr').dataset.code ?? null, box.checked, range);
  }

  async open(cell, enter) {
    this.last = { code: cell.closest('tr').dataset.code, step: cell.dataset.step };
    await this.page.invokeMethodAsync('Open', this.last.code, this.last.step);
    requestAnimationFrame(() => {
      if (this.panel && (enter || this.covers(this.panel))) this.panel.focus();
      this.lastCell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  covers(panel) {
    return getComputedStyle(panel).position === 'fixed';
  }

  async key(event) {
    if (event.key === 'Escape' && this.panel) return this.closed(await this.page.invokeMethodAsync('Close'));
    const place = this.scroller?.contains(event.target) ? this.going ?? this.place(event.target) ?? (event.target === this.scroller ? this.parked : null) : null;
    if (!place || event.altKey || event.metaKey) return;
    const box = event.key === ' ' && event.target.matches('a.cell') && event.target.closest('tr').querySelector('.pick input');
    if (box) {
      event.preventDefault();
      box.checked = !box.checked;
      return this.pick(box, event.shiftKey);
    }
    const goal = this.goal(place, event.key, event.ctrlKey);
    if (!goal) return;
    event.preventDefault();
    await this.go(goal);
    this.follow();
  }

  /* Keys of the field that filters: down into the table, Escape empties it. */
  find(event) {
    if (event.key === 'ArrowDown' && this.scroller) {
      event.preventDefault();
      this.go({ row: 0, column: 0 });
    }
    if (event.key === 'Escape' && event.target.value) {
      event.preventDefault();
      event.target.value = '';
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /* Row and column of a cell; the box that picks its row is the column before the first. */
  place(element) {
    const item = element.closest?.('a.cell, tbody .pick input');
    const row = item?.closest('tr');
    return row ? { row: this.index(row), column: [...row.querySelectorAll('a.cell')].indexOf(item) } : null;
  }

  /* Where a key leads: the arrows to the neighbours, Home and End along the row, with Ctrl to the corners. */
  goal({ row, column }, key, far) {
    const first = this.root.querySelector('tbody .pick') ? -1 : 0;
    const [last, end] = [this.total - 1, (this.rows[0]?.querySelectorAll('a.cell').length ?? 0) - 1];
    const to = {
      ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, column], ArrowUp: [row - 1, column],
      PageDown: [Math.min(last, row + PAGE), column], PageUp: [Math.max(0, row - PAGE), column], Home: [far ? 0 : row, 0], End: [far ? last : row, end],
    }[key];
    return to && to[0] >= 0 && to[0] <= last && to[1] >= first && to[1] <= end ? { row: to[0], column: to[1] } : null;
  }

  /* Goes to a cell, which may be one of those that are not drawn yet. The last key wins. */
  async go(goal) {
    this.going = goal;
    try {
      if (!this.at(goal.row)) await this.page.invokeMethodAsync('Show', goal.row);
      if (this.going !== goal) return;
    } finally {
      if (this.going === goal) this.going = null;
    }
    const row = this.at(goal.row);
    (goal.column < 0 ? row?.querySelector('.pick input') : row?.querySelectorAll('a.cell')[goal.column])?.focus();
  }

  /* A panel beside the table shows the cell that the keys have come to; one in which somebody writes stays. */
  follow() {
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      const cell = document.activeElement?.closest('a.cell');
      if (cell && this.panel && !this.covers(this.panel) && !this.panel.querySelector('form')) this.open(cell, false);
    }, REST);
  }

  /* One cell at a time is reached by Tab: the last that had the focus. */
  rove(item) {
    if (!item || item.closest('thead')) return;
    this.parked = null;
    this.root.querySelectorAll('tbody :is(a.cell, .pick input)[tabindex="0"]').forEach(i => i !== item && i.setAttribute('tabindex', '-1'));
    item.setAttribute('tabindex', '0');
  }

  index(row) { return row.getAttribute('aria-rowindex') - HEADS - 1; }
  at(index) { return this.root.querySelector(`tbody tr[aria-rowindex="${index + HEADS + 1}"]`); }
  lastCell() { return this.last && this.root.querySelector(`tr[data-code="${this.last.code}"] a.cell[data-step="${this.last.step}"]`); }

  async closed(place) {
    if (!this.lastCell() && place >= 0) await this.page.invokeMethodAsync('Show', place);
    (this.lastCell() ?? this.scroller)?.focus();
  }

  top() {
    this.scroller?.scrollTo({ top: 0 });
  }

  /* The rows that are not drawn take the height that the drawn ones have, whatever the reader's letters. */
  measure() {
    const row = this.root.querySelector('.windowed tbody tr[data-code]');
    if (row) this.root.style.setProperty('--row-seen', `${row.getBoundingClientRect().height}px`);
  }

  scrolled() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.fit();
    });
  }

  /* Asks for other rows when the drawn ones come to their end; one question at a time, and none while keys are on their way to rows of their own. */
  async fit() {
    const rows = this.asking || this.going || !this.root.querySelector('.windowed') ? [] : this.rows;
    if (rows.length === 0) return;
    this.measure();
    const [scroller, height, total] = [this.scroller, rows[0].getBoundingClientRect().height, this.total];
    const top = Math.floor(scroller.scrollTop / height);
    const bottom = top + Math.ceil(scroller.clientHeight / height);
    const middle = Math.round((top + bottom) / 2);
    const [start, end] = [this.index(rows[0]), this.index(rows.at(-1)) + 1];
    if ((start <= Math.max(0, top - NEAR) && end >= Math.min(total, bottom + NEAR)) || middle === this.asked) return;
    const held = this.place(document.activeElement);
    [this.asking, this.asked] = [true, middle];
    try {
      await this.page.invokeMethodAsync('Show', middle);
    } finally {
      this.asking = false;
    }
    // The row that had the focus may have left: the keys go on from where it was.
    if (held && document.activeElement === document.body) {
      this.scroller?.focus({ preventScroll: true });
      this.parked = held;
    }
    await this.fit();
  }
}
