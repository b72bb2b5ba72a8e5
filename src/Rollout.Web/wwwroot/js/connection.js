// How fresh the page is. While the connection stands it is fresh at every moment, so the clock ticks; when it is lost the clock stops, and the
// page says so and what it tries. Blazor's script tells by classes on its element; that the network itself is gone the browser knows sooner.

const root = document.documentElement;
const modal = document.getElementById('components-reconnect-modal');
let unplugged = false;
const rejected = () => modal.classList.contains('components-reconnect-rejected');
// The server told this page that it ends, before it did: it comes back, and the page waits for it by itself.
const told = () => document.querySelector('[data-stopping]') !== null && !rejected();
let waiting = false;
const lost = () => unplugged || /components-reconnect-(show|failed|rejected)/.test(modal.className);

// What somebody has typed and not sent is worth more than a fresh page: then its reader says when.
const typing = () => [...document.querySelectorAll('main :is(textarea, input[type=text])')].some(field => field.value !== field.defaultValue);

function look() {
  root.classList.toggle('is-offline', lost());
  root.classList.toggle('is-unplugged', unplugged);
  root.classList.toggle('is-stopping', lost() && told());
  if (rejected() && !typing()) location.reload();
  if (lost() && told()) comeBack();
}

async function reconnect() {
  try {
    // False: the server lives and no longer knows the page.
    if (await Blazor.reconnect() !== false) return;
    if (typing()) modal.className = 'components-reconnect-rejected';
    else location.reload();
  } catch {
    // Still no way there: the words stand as they are.
  }
}

// Not all at once: whoever restarts a server has many pages waiting for it.
async function comeBack() {
  if (waiting) return;
  waiting = true;
  while (lost() && told()) {
    await new Promise(done => setTimeout(done, 1000 + Math.random() * 1000));
    const answer = await fetch('/healthz/ready', { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) await reconnect();
  }
  waiting = false;
}

new MutationObserver(look).observe(modal, { attributes: true, attributeFilter: ['class'] });
// The events, not the state: a machine without any network still reaches a server of its own.
addEventListener('offline', () => {
  unplugged = true;
  look();
});
addEventListener('online', () => {
  unplugged = false;
  look();
  if (lost()) reconnect();
});
document.addEventListener('click', event => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('[data-reload]')) location.reload();
  if (event.target.closest('[data-reconnect]')) reconnect();
});
setInterval(() => {
  const clock = document.querySelector('[data-clock="on"]');
  if (!clock?.firstChild || lost()) return;
  clock.firstChild.data = new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
}, 1000);
look();
