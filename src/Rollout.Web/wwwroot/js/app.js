// The little that the browser does by itself, for all pages at once: the clock that ticks while the connection stands, tooltips, popovers,
// printing. Everything is delegated from the document, because Blazor replaces elements as it likes.

import './demo.js';
import './forms.js';

const root = document.documentElement;

/* The connection: Blazor's script tells it by classes on its element. */
const modal = document.getElementById('components-reconnect-modal');
const lost = () => /components-reconnect-(show|failed|rejected)/.test(modal.className);
new MutationObserver(() => {
  root.classList.toggle('is-offline', lost());
  if (modal.classList.contains('components-reconnect-rejected')) location.reload();
}).observe(modal, { attributes: true, attributeFilter: ['class'] });

setInterval(() => {
  const clock = document.querySelector('[data-clock="on"]');
  if (!clock?.firstChild || lost()) return;
  clock.firstChild.data = new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
}, 1000);

/* Tooltips say an element's accessible name, "who: what", to those who look: beside the pointer or the focused element; Escape sends them away, the pointer may rest on them. */
const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true });
tip.setAttribute('aria-hidden', 'true');
const [name, more] = [document.createElement('b'), document.createElement('span')];
tip.append(name, more);
document.body.append(tip);
let owner = null, leaving = 0;

function show(target, x, y) {
  clearTimeout(leaving);
  owner = target;
  const [who, ...what] = target.getAttribute('aria-label').split(': ');
  [name.textContent, more.textContent] = [who, what.join(': ')];
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - width - 8))}px`;
  tip.style.top = `${y + 18 + height > innerHeight - 8 ? Math.max(8, y - height - 12) : y + 18}px`;
}

function hide() {
  tip.hidden = true;
  owner = null;
}

const leave = () => { leaving = setTimeout(hide, 120); };
const tipped = event => event.target instanceof Element ? event.target.closest('[data-tip]') : null;

document.addEventListener('pointerover', event => {
  const target = tipped(event);
  if (target && event.pointerType !== 'touch') show(target, event.clientX, event.clientY);
  else if (tip.contains(event.target)) clearTimeout(leaving);
  else if (owner) leave();
});
document.addEventListener('focusin', event => {
  const target = tipped(event);
  if (!target?.matches(':focus-visible')) return;
  const box = target.getBoundingClientRect();
  show(target, box.left + box.width / 2, box.top + box.height / 2);
});
document.addEventListener('focusout', () => owner && leave());
document.addEventListener('pointerdown', hide);
document.addEventListener('scroll', hide, { passive: true, capture: true });

/* Popovers, skip links and buttons that only the browser can serve. */
const closePopovers = except => document.querySelectorAll('details[data-pop][open]').forEach(d => d !== except && d.removeAttribute('open'));

document.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  closePopovers(event.target.closest('details[data-pop]'));
  if (event.target.closest('[data-print]')) print();
  if (event.target.closest('[data-reload]')) location.reload();
  if (event.target.closest('[data-reconnect]')) Blazor.reconnect().then(back => back || location.reload(), () => { });
  const skip = event.target.closest('.skip, [data-skip]');
  if (!skip) return;
  event.preventDefault();
  event.stopPropagation();
  const to = document.getElementById(skip.hash.slice(1));
  to?.focus();
  to?.scrollIntoView({ block: 'start' });
}, { capture: true });
document.addEventListener('submit', event => {
  if (event.target.closest('details[data-pop]')) closePopovers(null);
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details[data-pop][open]');
  if (open) {
    closePopovers(null);
    open.querySelector('summary').focus();
  }
  hide();
});
