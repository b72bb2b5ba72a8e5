// The demo's first-run tour: a card beside the page, never over it as a wall. The page stays usable; Escape or "skip" ends it, and it does not come
// back by itself. A frame shows what is spoken of; nothing moves but the page's own scrolling.

let card = null, coming = false, frame, steps, at, words, before;

const remember = () => {
  try { localStorage.setItem('rollout.tour', 'seen'); } catch { /* Then it is offered again. */ }
};
const target = step => document.querySelector(step.dataset.target);

export async function open({ asked } = {}) {
  if (card || coming) return;
  coming = true;
  const answer = await fetch('/help/tour').catch(() => null);
  coming = false;
  if (!answer?.ok) return;
  const drawn = Object.assign(document.createElement('div'), { innerHTML: await answer.text() }).querySelector('.tour-steps');
  steps = [...drawn.children].filter(target);
  words = drawn.dataset;
  if (steps.length === 0) return;
  forget();
  before = document.activeElement;
  frame = Object.assign(document.createElement('div'), { className: 'tour-frame' });
  card = Object.assign(document.createElement('aside'), { className: 'tour', tabIndex: -1 });
  card.setAttribute('aria-label', words.label);
  // First in the order of Tab: who came without asking is one key away, who asked is there already.
  document.body.prepend(card);
  document.body.append(frame);
  document.body.classList.add('is-toured');
  card.addEventListener('click', event => {
    const way = event.target.closest('button')?.dataset.way;
    if (way === 'skip') end();
    else if (way) move(Number(way));
  });
  addEventListener('keydown', escape);
  addEventListener('resize', place);
  addEventListener('scroll', place, { passive: true });
  at = 0;
  show(asked);
}

function show(focused) {
  const step = steps[at], last = at === steps.length - 1;
  const text = document.createElement('div');
  text.setAttribute('aria-live', 'polite');
  text.append(...[...step.children].map(child => child.cloneNode(true)));
  const dots = Object.assign(document.createElement('p'), { className: 'tour-dots' });
  dots.innerHTML = `<span class="unseen">${words.at.replace('{0}', at + 1).replace('{1}', steps.length)}</span>` + steps.map((_, i) => `<i class="${i === at ? 'is-here' : ''}" aria-hidden="true"></i>`).join('');
  const ways = Object.assign(document.createElement('p'), { className: 'tour-ways' });
  ways.append(...[last ? null : button(words.skip, 'skip', 'quiet'), at > 0 ? button(words.back, -1, '') : null, button(last ? words.done : words.next, last ? 'skip' : 1, 'primary')].filter(Boolean));
  card.replaceChildren(text, dots, ways);
  const spoken = target(step);
  if (spoken && !spoken.closest('.frame-head')) spoken.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  place();
  if (focused) card.querySelector('.primary').focus({ preventScroll: true });
}

function button(text, way, kind) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: `button ${kind}`, textContent: text });
  made.dataset.way = way;
  return made;
}

function move(by) {
  at = Math.max(0, Math.min(steps.length - 1, at + by));
  show(true);
}

/* The frame lies around what is spoken of; the card stands where it hides nothing of it. */
function place() {
  const box = card && target(steps[at])?.getBoundingClientRect();
  frame.hidden = !box || box.width === 0;
  if (frame.hidden) return;
  const edge = 6;
  Object.assign(frame.style, { left: `${box.left - edge}px`, top: `${box.top - edge}px`, width: `${box.width + 2 * edge}px`, height: `${box.height + 2 * edge}px` });
  const right = box.left + box.width / 2 < innerWidth / 2, below = box.top + box.height / 2 < innerHeight / 2;
  const head = !!target(steps[at]).closest('.frame-head');
  card.classList.toggle('is-left', !right && !head);
  card.classList.toggle('is-high', head || (!below && box.height < innerHeight / 2));
}

function escape(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  end();
}

/* The address asked for it once. */
function forget() {
  const url = new URL(location.href);
  if (!url.searchParams.has('tour')) return;
  url.searchParams.delete('tour');
  history.replaceState(history.state, '', url);
}

function end() {
  if (!card) return;
  remember();
  const inside = card.contains(document.activeElement);
  removeEventListener('keydown', escape);
  removeEventListener('resize', place);
  removeEventListener('scroll', place);
  document.body.classList.remove('is-toured');
  card.remove();
  frame.remove();
  card = null;
  if (inside) (before?.isConnected && before !== document.body ? before : document.querySelector('main h1'))?.focus({ preventScroll: true });
}
