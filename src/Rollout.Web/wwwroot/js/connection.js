// How fresh the page is. While the connection stands it is fresh at every moment, so the clock ticks; when it is lost the clock stops, and the
// page says so and what it tries. Blazor's script tells by classes on its element; that the network itself is gone the browser knows sooner.

const root = document.documentElement;
const modal = document.getElementById('components-reconnect-modal');
let unplugged = false;
const lost = () => unplugged || /components-reconnect-(show|failed|rejected)/.test(modal.className);

// What somebody has typed and not sent is worth more than a fresh page: then its reader says when.
const typing = () => [...document.querySelectorAll('main :is(textarea, input[type=text])')].some(field => field.value !== field.defaultValue);

function look() {
  root.classList.toggle('is-offline', lost());
  root.classList.toggle('is-unplugged', unplugged);
  if (modal.classList.contains('components-reconnect-rejected') && !typing()) location.reload();
}

async function reconnect() {
  try {
    // False: the server lives and no longer knows the page.
    if (await Blazor.reconnect() === false && !typing()) location.reload();
  } catch {
    // Still no way there: the words stand as they are.
  }
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
