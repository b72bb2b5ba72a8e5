// Tooltips say an element's accessible name, "who: what", to those who look: beside the pointer or the focused element; Escape sends them away,
// the pointer may rest on them. Delegated from the document, because Blazor replaces elements as it likes.

const tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true });
tip.setAttribute('aria-hidden', 'true');
const [name, more] = [document.createElement('b'), document.createElement('span')];
tip.append(name, more);
document.body.append(tip);
let owner = null, leaving = 0;

function show(target, x, y, words = target.getAttribute('aria-label')) {
  clearTimeout(leaving);
  owner = target;
  const [who, ...what] = words.split(': ');
  [name.textContent, more.textContent] = [who, what.join(': ')];
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - width - 8))}px`;
  tip.style.top = `${y + 18 + height > innerHeight - 8 ? Math.max(8, y - height - 12) : y + 18}px`;
}

function hide() {
  tip.hidden = true;
  owner?.querySelector('.cross')?.classList.remove('is-shown');
  owner = null;
}

const leave = () => { leaving = setTimeout(hide, 120); };
const tipped = event => event.target instanceof Element ? event.target.closest('[data-tip]') : null;

document.addEventListener('pointerover', event => {
  const target = tipped(event);
  if (target && event.pointerType !== 'touch') show(target, event.clientX, event.clientY);
  else if (tip.contains(event.target)) clearTimeout(leaving);
  else if (owner && !event.target.closest?.('[data-days]')) leave();
});
document.addEventListener('focusin', event => {
  const target = tipped(event);
  if (!target?.matches(':focus-visible')) return;
  const box = target.getBoundingClientRect();
  show(target, box.left + box.width / 2, box.top + box.height / 2);
});
document.addEventListener('focusout', () => owner && leave());

/* A chart of days says the day under the pointer: data-days has a line for each, evenly between data-from and data-to, parts of its width. */
document.addEventListener('pointermove', event => {
  const chart = event.target instanceof Element ? event.target.closest('[data-days]') : null;
  if (!chart) return;
  const [box, from, to, days] = [chart.getBoundingClientRect(), +chart.dataset.from, +chart.dataset.to, chart.dataset.days.split('|')];
  const day = Math.round(((event.clientX - box.left) / box.width - from) / (to - from) * (days.length - 1));
  if (day < 0 || day >= days.length) {
    hide();
    return;
  }
  show(chart, event.clientX, event.clientY, days[day]);
  const cross = chart.querySelector('.cross');
  cross.style.transform = `translateX(${(from + (to - from) * day / Math.max(1, days.length - 1)) * chart.viewBox.baseVal.width}px)`;
  cross.classList.add('is-shown');
}, { passive: true });
document.addEventListener('pointerdown', hide);
document.addEventListener('scroll', hide, { passive: true, capture: true });
document.addEventListener('keydown', event => event.key === 'Escape' && hide());
