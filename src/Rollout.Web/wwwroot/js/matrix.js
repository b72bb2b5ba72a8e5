// Keys and clicks of the table of steps, caught once for all its cells. A cell is a plain link to its province's page: without this module,
// or opened in a new tab, it leads there; with it, it opens the panel beside the table.

export function attach(root, page) {
  const keys = new Matrix(root, page);
  return { release: () => keys.release(), closed: () => keys.closed() };
}

class Matrix {
  constructor(root, page) {
    [this.root, this.page, this.listeners] = [root, page, new AbortController()];
    const how = { signal: this.listeners.signal };
    root.addEventListener('click', e => this.click(e), how);
    root.addEventListener('keydown', e => this.key(e), how);
    root.addEventListener('focusin', e => this.rove(e.target.closest?.('a.cell')), how);
    root.dataset.keys = 'on';
  }

  release() {
    this.listeners.abort();
  }

  async click(event) {
    const cell = event.target.closest?.('a.cell');
    if (!cell || event.button || event.ctrlKey || event.shiftKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.last = { code: cell.closest('tr').dataset.code, step: cell.dataset.step };
    this.address(`${this.last.code}:${this.last.step}`);
    const keyboard = event.detail === 0;
    await this.page.invokeMethodAsync('Open', this.last.code, this.last.step);
    requestAnimationFrame(() => {
      const panel = this.root.querySelector('#cell-panel');
      if (panel && (keyboard || getComputedStyle(panel).position === 'fixed')) panel.focus();
      this.find()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  key(event) {
    if (event.key === 'Escape' && this.root.querySelector('#cell-panel')) {
      this.page.invokeMethodAsync('Close').then(() => this.closed());
      return;
    }
    const cell = event.target.closest?.('a.cell');
    const step = cell && !event.altKey && !event.metaKey && this.next(cell, event.key, event.ctrlKey);
    if (!step) return;
    event.preventDefault();
    step.focus();
  }

  /* Where a key leads from a cell: the arrows to its neighbours, Home and End along the row, with Ctrl to the corners. */
  next(cell, key, far) {
    const rows = [...this.root.querySelectorAll('tbody tr')];
    const row = rows.indexOf(cell.closest('tr'));
    const cells = r => [...(rows[r]?.querySelectorAll('a.cell') ?? [])];
    const column = cells(row).indexOf(cell);
    const page = 10;
    switch (key) {
      case 'ArrowRight': return cells(row)[column + 1];
      case 'ArrowLeft': return cells(row)[column - 1];
      case 'ArrowDown': return cells(row + 1)[column];
      case 'ArrowUp': return cells(row - 1)[column];
      case 'PageDown': return cells(Math.min(rows.length - 1, row + page))[column];
      case 'PageUp': return cells(Math.max(0, row - page))[column];
      case 'Home': return cells(far ? 0 : row)[0];
      case 'End': return cells(far ? rows.length - 1 : row).at(-1);
      default: return null;
    }
  }

  /* One cell at a time is reached by Tab: the last that had the focus. */
  rove(cell) {
    if (!cell) return;
    this.root.querySelectorAll('a.cell[tabindex="0"]').forEach(c => c !== cell && c.setAttribute('tabindex', '-1'));
    cell.setAttribute('tabindex', '0');
  }

  find() {
    return this.last && this.root.querySelector(`tr[data-code="${this.last.code}"] a.cell[data-step="${this.last.step}"]`);
  }

  closed() {
    this.address(null);
    this.find()?.focus();
  }

  address(cell) {
    const url = new URL(location.href);
    if (cell) url.searchParams.set('cell', cell);
    else url.searchParams.delete('cell');
    history.replaceState(history.state, '', url);
  }
}
