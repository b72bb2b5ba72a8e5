// The keys that work on every page: Ctrl+K (⌘K) opens the palette, "?" the help. What they open is fetched when the browser has nothing better to
// do, so that it stands there at once when it is wanted and costs the first page nothing. Everything is delegated from the document, because Blazor
// replaces elements as it likes.

const palette = () => import('./palette-dialog.js');
const guide = () => import('./guide.js');
const tour = () => import('./tour.js');

/* One stylesheet for the three, which no page needs before. */
let styled;
export function styles() {
  return styled ??= new Promise(ready => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: document.querySelector('meta[name=palette-styles]').content });
    link.onload = link.onerror = ready;
    document.head.append(link);
  });
}

/* The words of the address that say which board is shown: what one goes to keeps them. */
export function kept(path) {
  const [from, to] = [new URLSearchParams(location.search), new URL(path, location.href)];
  for (const name of ['programme', 'phase', 'asOf', 'knownOn']) if (from.get(name) && !to.searchParams.has(name)) to.searchParams.set(name, from.get(name));
  return to.pathname + to.search + to.hash;
}

/* Within the circuit while it stands; a page without one, or with a broken one, is left for good. */
export function go(url) {
  if (globalThis.Blazor?.navigateTo && !document.documentElement.classList.contains('is-offline')) Blazor.navigateTo(url);
  else location.assign(url);
}

const taken = () => document.querySelector('dialog[open], [aria-modal=true]');
const typing = target => target instanceof Element && (target.closest('input, textarea, select') || target.isContentEditable);
const opened = async (load, ...facts) => {
  await styles();
  (await load()).open(...facts);
};
export const help = () => opened(guide);

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const find = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
  const ask = event.key === '?' && !event.ctrlKey && !event.metaKey && !typing(event.target);
  if (!find && !ask) return;
  // A browser's own Ctrl+K would leave the page, even while another dialog keeps the palette closed.
  event.preventDefault();
  if (!taken()) opened(find ? palette : guide);
});

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[data-palette]')) opened(palette);
  const again = target?.closest('[data-tour-again]');
  if (!again && !target?.closest('[data-help]')) return;
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (again && location.pathname !== '/') return location.assign(again.href);
  again?.closest('dialog')?.close();
  opened(again ? tour : guide, again ? { asked: true } : undefined);
}, { capture: true });

/* The first visitor of the demo is shown around, once. Automated browsers are not first-time visitors: they are shown around only when they ask by
   ?tour=1. On a small screen the card would lie over what it speaks of, so there, too, one has to ask. */
function begin() {
  const asked = new URLSearchParams(location.search).get('tour') === '1';
  if (!document.querySelector('[data-tour]') || location.pathname !== '/') return;
  let seen = true;
  try { seen = localStorage.getItem('rollout.tour') !== null; } catch { /* Without a memory it would come back for ever. */ }
  if (asked || !(seen || navigator.webdriver || innerWidth <= 800)) opened(tour, { asked });
}

function idle() {
  if (/Mac|iPhone|iPad/.test(navigator.platform)) document.querySelectorAll('[data-palette] kbd').forEach(key => { key.textContent = '⌘ K'; });
  styles();
  palette();
  begin();
}

const rest = () => (globalThis.requestIdleCallback ?? setTimeout)(idle);
if (document.readyState === 'complete') rest();
else addEventListener('load', rest);
