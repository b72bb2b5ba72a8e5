// The palette: one field, what it finds, Enter. It is shown before anything is fetched; what was fetched once is shown at once and asked for again
// behind it, where an unchanged answer costs nothing.

import { go, help, kept } from './palette.js';
import { find, fold } from './palette-find.js';

const shownOf = { recent: 5, participants: 12, pages: 12, actions: 12 };
const emptyOf = { participants: 4, pages: 9, actions: 8 };
const none = { words: {}, steps: [], participants: [], pages: [], actions: [] };
let dialog, input, list, said, foot, data = none, address = null, options = [], active = 0;

const make = (tag, className, ...children) => {
  const element = Object.assign(document.createElement(tag), { className });
  element.append(...children);
  return element;
};

function sign(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'use')));
  svg.firstChild.setAttribute('href', `#sign-${name}`);
  return svg;
}

function build() {
  const label = document.querySelector('[data-palette]')?.textContent.replace(/(Ctrl|⌘) K/, '').trim() ?? '';
  input = make('input', 'palette-input');
  for (const [name, value] of Object.entries({ type: 'text', role: 'combobox', placeholder: label, 'aria-label': label, 'aria-controls': 'palette-list', 'aria-expanded': 'false', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go' })) input.setAttribute(name, value);
  list = make('div', 'palette-list');
  [list.id, list.hidden] = ['palette-list', true];
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  said = make('p', 'palette-said');
  said.setAttribute('role', 'status');
  foot = make('p', 'palette-foot');
  foot.setAttribute('aria-hidden', 'true');
  dialog = make('dialog', 'palette', make('div', 'palette-head', sign('search'), input), list, said, foot);
  dialog.setAttribute('aria-label', label);
  input.addEventListener('input', () => show());
  dialog.addEventListener('keydown', key);
  dialog.addEventListener('click', click);
  dialog.addEventListener('mousemove', event => {
    const at = options.findIndex(o => o.element === event.target.closest?.('[role=option]'));
    if (at >= 0 && at !== active) mark(at, false);
  });
}

export function open() {
  dialog ?? build();
  if (!dialog.isConnected) document.body.append(dialog);
  input.value = '';
  dialog.showModal();
  fetchAll();
  show();
}

async function fetchAll() {
  const url = kept('/palette.json');
  if (url !== address) data = { ...none, words: data.words };
  dialog.setAttribute('aria-busy', data === none || data.pages.length === 0);
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    [data, address] = [await answer.json(), url];
  } catch {
    data.failed = true;
  }
  dialog.removeAttribute('aria-busy');
  if (dialog.open) show(active > 0);
}

/* What was chosen last comes first. */
const recent = () => {
  try { return JSON.parse(localStorage.getItem('rollout.recent') ?? '[]'); } catch { return []; }
};
const remember = id => {
  try { localStorage.setItem('rollout.recent', JSON.stringify([id, ...recent().filter(r => r !== id)].slice(0, 12))); } catch { /* Then nothing is remembered. */ }
};

function groups(text) {
  const { words } = data;
  if (fold(text).trim() === '') {
    const all = [...data.participants, ...data.pages, ...data.actions];
    const last = recent().map(id => all.find(e => e.id === id)).filter(Boolean).slice(0, shownOf.recent);
    const fresh = entries => entries.filter(e => !last.includes(e));
    return [
      [words.recent, last], [words.participants, fresh(data.participants.filter(p => p.own)).slice(0, emptyOf.participants)],
      [words.pages, fresh(data.pages).slice(0, emptyOf.pages)], [words.actions, fresh(data.actions).slice(0, emptyOf.actions)],
    ];
  }
  return find(data, text, recent()).map(({ key, title, found }) => [
    found.length > shownOf[key] ? `${title ?? words[key]} · ${shownOf[key]}/${found.length}` : title ?? words[key], found.slice(0, shownOf[key])]);
}

function show(stay) {
  const { words } = data;
  options = [];
  list.replaceChildren(...groups(input.value).filter(([, entries]) => entries.length).map(([title, entries], at) => {
    const head = make('div', 'palette-group', title);
    head.id = `palette-group-${at}`;
    const group = make('div', '', head, ...entries.map(option));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', head.id);
    return group;
  }));
  list.hidden = options.length === 0;
  input.setAttribute('aria-expanded', String(options.length > 0));
  said.className = options.length ? 'unseen' : 'palette-said';
  said.textContent = options.length ? (words.count ?? '').replace('{0}', options.length)
    : data.pages.length || data.actions.length ? `${words.none.replace('{0}', input.value.trim())} ${words.noneHint}` : data.failed ? words.failed ?? '' : '';
  if (words.move && !foot.firstChild) foot.append(...[['↑ ↓', words.move], ['Enter', words.open], ['Ctrl Enter', words.tab], ['Esc', words.close]].map(([k, w]) => make('span', '', make('kbd', '', k), ` ${w}`)));
  mark(stay ? Math.min(active, options.length - 1) : 0);
}

function option(entry) {
  const element = make('div', 'palette-option', sign(entry.sign), make('span', 'palette-title', entry.title));
  if (entry.note) element.append(make('span', 'palette-note', entry.note));
  if (entry.more) element.append(make('span', 'palette-more', entry.more));
  element.id = `palette-option-${options.length}`;
  element.setAttribute('role', 'option');
  options.push({ entry, element });
  return element;
}

function mark(at, scroll = true) {
  active = Math.max(0, at);
  options.forEach((o, i) => o.element.setAttribute('aria-selected', String(i === active)));
  const chosen = options[active]?.element;
  if (!chosen) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', chosen.id);
  if (scroll) (active === 0 ? list.firstElementChild : chosen).scrollIntoView({ block: 'nearest' });
}

function key(event) {
  if (event.isComposing) return;
  const last = options.length - 1;
  const to = { ArrowDown: active >= last ? 0 : active + 1, ArrowUp: active <= 0 ? last : active - 1, PageDown: Math.min(last, active + 8), PageUp: Math.max(0, active - 8), Home: 0, End: last }[event.key];
  if (to !== undefined && !event.shiftKey) mark(to);
  else if (event.key === 'Enter') choose(options[active]?.entry, event.ctrlKey || event.metaKey);
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') dialog.close();
  else return;
  event.preventDefault();
}

function click(event) {
  if (event.target === dialog) dialog.close();
  const chosen = options.find(o => o.element === event.target.closest?.('[role=option]'));
  if (chosen) choose(chosen.entry, event.ctrlKey || event.metaKey);
}

const here = () => location.pathname + location.search;
const acts = {
  print: () => setTimeout(print),
  help: () => help(),
  copy: async () => { await navigator.clipboard.writeText(location.href); tell(data.words.copied); },
  language: entry => location.assign(`/culture?language=${entry.href}&back=${encodeURIComponent(here())}`),
  signIn: () => location.assign(`/login?back=${encodeURIComponent(here())}`),
  signOut: () => document.querySelector('form[action="/logout"]')?.requestSubmit(),
  download: entry => Object.assign(document.createElement('a'), { href: entry.href, download: '' }).click(),
  run: async entry => {
    const answer = await fetch(entry.href, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    if (!answer.ok) throw new Error((await answer.json()).title);
    tell(data.words.ran);
    go(kept('/probes'));
  },
};

async function choose(entry, tab) {
  if (!entry) return;
  remember(entry.recentId ?? entry.id);
  dialog.close();
  const url = entry.set ? changed(entry.set) : entry.act ? null : entry.plain ? entry.href : kept(entry.href);
  if (url) return tab ? window.open(url, '_blank', 'noopener') : entry.plain ? location.assign(url) : go(url);
  try {
    await acts[entry.act](entry);
  } catch (refusal) {
    tell(refusal.message);
  }
}

function changed(words) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(words)) value === null ? url.searchParams.delete(name) : url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/* What came of it, said for a moment below the page. */
function tell(text) {
  const note = make('p', 'palette-note-said', text ?? '');
  note.setAttribute('role', 'status');
  document.body.append(note);
  setTimeout(() => note.remove(), 4000);
}
