// A line at the top while the next page is on its way: only when it takes long enough to be wondered about.

const PATIENCE = 180, LONGEST = 20_000;
const root = document.documentElement;
// The address changes first, then the page's content: that is the arrival.
const arrival = new MutationObserver(() => location.href !== from && arrived());
let waiting = 0, from = '';

function arrived() {
  clearTimeout(waiting);
  arrival.disconnect();
  root.classList.remove('is-going');
}

document.addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest('a[href]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.hasAttribute('download') || link.target || link.pathname.startsWith('/api/')) return;
  if (link.pathname === location.pathname && link.search === location.search) return;
  arrived();
  from = location.href;
  arrival.observe(document.body, { childList: true, subtree: true, characterData: true });
  waiting = setTimeout(() => {
    root.classList.add('is-going');
    waiting = setTimeout(arrived, LONGEST);
  }, PATIENCE);
});
addEventListener('pageshow', arrived);
